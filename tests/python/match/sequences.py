"""Sequence patterns: fixed, starred, nested, which types count as sequences, strings excluded, bindings after failure."""
import array
import collections


def shape(x):
    match x:
        case []:
            return "empty"
        case [one]:
            return f"one {one!r}"
        case (first, "stop", *_):
            return f"stop after {first!r}"
        case [a, [b, *inner], *rest, last] if last != "guard":
            return a, b, inner, rest, last
        case [*start, -1]:
            return f"ends in -1: {start}"
        case [_, _, *rest]:
            return f"two and {rest}"
        case str() | bytes() | bytearray():
            return "text"
        case {}:
            return "mapping"
    return "nothing"


class Sequence(collections.abc.Sequence):
    def __init__(self, *items):
        self.items = items

    def __len__(self):
        return len(self.items)

    def __getitem__(self, index):
        print("item", index, end=" ")
        return self.items[index]


class Looks:
    def __len__(self):
        return 1

    def __getitem__(self, index):
        return 0


for value in ([], (), [1], (1, "stop", 3), [1, [2, 3, 4], 5, 6], [1, [2], "guard"], [1, 2, -1], range(3), array.array("i", [1]), collections.deque([1, 2]), memoryview(b"ab"), "ab", b"ab", {1: 2}, {1}, iter([1]), Sequence(1, [2], 3), Sequence(7), Looks(), 5, [[]], (x for x in ())):
    print(type(value).__name__, shape(value))


class Lying(Sequence):
    def __len__(self):
        return 3


try:
    shape(Lying(1))
except IndexError as error:
    print(error)


class BadLength(Sequence):
    def __len__(self):
        return -1


try:
    shape(BadLength())
except ValueError as error:
    print(error)
left = "untouched"
match [1, 2]:
    case [left, 3]:
        pass
    case _:
        print("left after a failure:", left)
match 1, 2, 3:
    case x, *y:
        print(x, y)
match [[1, 2], [3, 4]]:
    case [[a, b], [c, d]] as whole:
        print(a, b, c, d, whole)
match (1, (2, (3, (4,)))):
    case (a, (b, (c, (d,)))):
        print(a + b + c + d)
collections.abc.Sequence.register(Looks)
try:
    shape(Looks())
except ValueError as error:
    print(error)
