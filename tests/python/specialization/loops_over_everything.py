"""One loop that sees iterators of every kind, in changing order, and iterables that change under it."""


def collect(iterable, limit=6):
    items = []
    for item in iterable:
        items.append(item)
        if len(items) == limit:
            break
    else:
        items.append("end")
    return items


def generate(n):
    try:
        for i in range(n):
            yield i
    finally:
        print("generator finished")


class Iterator:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if not self.n:
            raise StopIteration
        self.n -= 1
        return self.n


KINDS = [lambda: range(3), lambda: [1, 2, 3], lambda: (4, 5), lambda: generate(3), lambda: Iterator(3), lambda: "ab",
         lambda: {1: 2}, lambda: {1: 2}.items(), lambda: zip("ab", "cd"), lambda: range(2**70, 2**70 + 2), lambda: [],
         lambda: (), lambda: range(0), lambda: reversed([1, 2]), lambda: iter(int, 1), lambda: range(5, -1, -2)]
for first in KINDS:
    for _ in range(12):
        collect(first())
    for kind in KINDS:
        print(collect(kind()))


def grow(items):
    for item in items:
        if len(items) < 10:
            items.append(item + 1)
    return items


def shrink(items):
    seen = []
    for item in items:
        seen.append(item)
        items.pop()
    return seen, items


for _ in range(20):
    grow([1]), shrink([1, 2, 3, 4])
print(grow([1]), shrink(list(range(9))))


def exhausted():
    iterator = iter([1, 2])
    first = collect(iterator)
    second = collect(iterator)
    return first, second


for _ in range(10):
    exhausted()
print(exhausted())


def rebind():
    out = []
    for i in range(400, 404):
        out.append(i)
        del i
    for i in range(400, 404):
        i = str(i)
        out.append(i)
    return out


for _ in range(10):
    rebind()
print(rebind())
