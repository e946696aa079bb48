"""Iteration: __getitem__ alone, __iter__ set to None, iter with a sentinel, iterators that are no iterators,
reversed, in."""


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


class Sequence:
    def __init__(self, *items, stop=IndexError):
        self.items, self.stop = items, stop

    def __getitem__(self, index):
        if index >= len(self.items):
            raise self.stop(index)
        return self.items[index]


s = Sequence("a", "b", "c")
print(list(s), tuple(s), "b" in s, [*s], dict(zip(s, s)), max(s), sorted(s, reverse=True), "-".join(s))
a, b, c = s
print(a, b, c, list(enumerate(s)), list(map(str.upper, s)))
attempt(lambda: list(Sequence(1, stop=StopIteration)))
attempt(lambda: list(Sequence(1, stop=KeyError)))
attempt(lambda: list(reversed(s)))
attempt(lambda: len(s))
Sequence.__len__ = lambda self: len(self.items)
attempt(lambda: list(reversed(s)))
iterator = iter(s)
print(next(iterator), iterator.__length_hint__(), iterator.__reduce__()[1][0] is s)
iterator.__setstate__(0)
print(list(iterator), list(iterator), next(iterator, "done"))


class NoIter(Sequence):
    __iter__ = None
    __reversed__ = None
    __contains__ = None


attempt(lambda: list(NoIter(1)))
attempt(lambda: 1 in NoIter(1))
attempt(lambda: reversed(NoIter(1)))


class Returns:
    def __init__(self, value):
        self.value = value

    def __iter__(self):
        return self.value


for value in (3, [1], None, iter([1, 2]), Sequence(1)):
    attempt(lambda: list(Returns(value)))
    attempt(lambda: [x for x in Returns(value)])
    attempt(lambda: 2 in Returns(value))


class NextOnly:
    def __next__(self):
        return 1


attempt(lambda: next(NextOnly()))
attempt(lambda: iter(NextOnly()))
attempt(lambda: next(iter(Returns(NextOnly()))))
attempt(lambda: next([]))
attempt(lambda: next(iter([]), None))
attempt(lambda: next(iter([])))
attempt(lambda: iter(3))
attempt(lambda: iter(3, 4))
countdown = [3, 2, 1, 0, 9].copy()
print(list(iter(lambda: countdown.pop(0), 0)), countdown)
i = iter(lambda: 1, 1)
print(list(i), next(i, "exhausted"))
def raising():
    raise StopIteration("ends quietly")
print(list(iter(raising, None)))
class Eq:
    def __eq__(self, other):
        return other == 5
numbers = iter(range(10))
print(list(iter(lambda: next(numbers), Eq())))
n = iter([1, 2, 3])
print(iter(n) is n, 2 in n, list(n))
def changing():
    items = [1, 2, 3]
    for x in items:
        if len(items) < 8:
            items.append(x * 10)
    return items
print(changing())
d = {1: 1}
attempt(lambda: [d.setdefault(k + 1, k) for k in d])
attempt(lambda: [d.pop(k) for k in {**d}] and d)
z = zip([1, 2, 3], iter("ab"))
print(list(z), next(z, "end"))
attempt(lambda: list(zip([1, 2], "a", strict=True)))
attempt(lambda: list(zip("a", [1, 2], strict=True)))
attempt(lambda: list(zip("a", [1], [], strict=True)))
attempt(lambda: next(map(lambda: 1, [1])))
