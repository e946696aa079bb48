"""tuple, list iterators, range, enumerate, zip, map, filter, reversed, iter with a sentinel."""


def show(action):
    try:
        print(repr(action()))
    except BaseException as error:
        print(type(error).__name__, error)


t = (1, 2, 3, 2)
print(t[1], t[-1], t[1:3], t[::-1], t[:] is t, t + (4,), t * 2, 2 in t, t.count(2), t.index(2), t.index(2, 2))
show(lambda: t[9])
show(lambda: t["a"])
show(lambda: t.index(7))
show(lambda: t + [1])
show(lambda: tuple(5))
show(lambda: tuple(1, 2))
show(lambda: tuple(x=1))
show(lambda: t < [1])
empty = ()
print(empty is tuple(), tuple("ab"), (1,), ((),), (1, 2) < (1, 3), (1,) < (1, 2), hash((1, 2, 3)), hash(()))


class Sub(tuple):
    pass


print(Sub([1, 2]), type(Sub([1]) * 1), Sub((1,)) == (1,), t.__getnewargs__())

i = iter([1, 2, 3])
print(next(i), i.__length_hint__(), i.__reduce__()[1:], list(i), list(i))
growing = [1]
for item in growing:
    if item < 5:
        growing.append(item + 1)
print(growing)
print(list(reversed(growing)), reversed([1]).__length_hint__(), list(iter((1, 2))))

for r in (range(5), range(2, 10, 3), range(10, 0, -3), range(0), range(2**70, 2**70 + 9, 4), range(-3, 3)):
    print(r, len(r), list(r), list(reversed(r)), r[1:], r[::-1], bool(r), r == range(5), hash(r) == hash(range(5)))
show(lambda: range(1)[5])
show(lambda: range(1)["a"])
show(lambda: range(0, 1, 0))
show(lambda: range())
show(lambda: range(1, 2, 3, 4))
show(lambda: range(1.5))
show(lambda: range(x=1))
show(lambda: len(range(2**70)))
show(lambda: range(5).index(9))
show(lambda: range(5).index(3.0))
show(lambda: range(5).index("a"))
print(3 in range(5), 3.0 in range(5), "a" in range(5), range(0, 10, 2).index(4), range(5).count(2), range(5).count(9))
print(range(2**63 - 2, 2**63 + 2)[3], list(range(2**63 - 1, 2**63 + 1)), range(5).start, range(5).stop, range(5).step)
print(type(iter(range(3))).__name__, type(iter(range(2**64))).__name__, iter(range(5)).__reduce__()[1:])
print(range(0, 2**64, 2**32)[-1], list(range(-(2**63), -(2**63) + 2)), range(0, -5, -1)[1:3])
show(lambda: setattr(range(3), "start", 1))

print(list(enumerate("ab")), list(enumerate("ab", 5)), list(enumerate("ab", start=2**64)))
show(lambda: enumerate())
show(lambda: enumerate(5))
show(lambda: enumerate([], "a"))
kept = list(enumerate("abc"))
print(kept, list(zip("ab", [1, 2, 3])), list(zip()), list(zip("ab", "cd", strict=True)))
show(lambda: list(zip("ab", "c", strict=True)))
show(lambda: list(zip("a", "cd", strict=True)))
show(lambda: list(zip("ab", "cd", "e", strict=True)))
show(lambda: zip(1))
show(lambda: zip(x=1))
show(lambda: zip("a", strict=True, x=1))
print(list(map(str, [1, 2])), list(map(lambda a, b: a + b, [1, 2], [3, 4, 5])))
show(lambda: map(str))
show(lambda: map(str, 5))
show(lambda: list(map(None, [1])))
print(list(filter(None, [0, 1, "", "a"])), list(filter(lambda n: n % 2, range(6))))
show(lambda: filter(None))
show(lambda: reversed(5))
show(lambda: reversed({1}))
show(lambda: reversed())


class Old:
    def __len__(self):
        return 3

    def __getitem__(self, index):
        return index * 10


print(list(reversed(Old())))
values = iter([1, 2, 0, 3])
print(list(iter(lambda: next(values), 0)), list(iter(lambda: next(values), 9)))
one = [1]
nested = (one,)
one.append(nested)
print(nested)
