"""Operators of classes, warm: the method declines, raises, changes, is a generator, has other operands."""
import traceback


class Vector:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __add__(self, other):
        if not isinstance(other, Vector):
            return NotImplemented
        return Vector(self.x + other.x, self.y + other.y)

    def __mul__(self, factor):
        if isinstance(factor, str):
            raise ValueError("factor " + factor)
        return Vector(self.x * factor, self.y * factor)

    def __eq__(self, other):
        if not isinstance(other, Vector):
            return NotImplemented
        return (self.x, self.y) == (other.x, other.y)

    def __lt__(self, other):
        if other is None:
            return NotImplemented
        return self.x < other.x

    def __gt__(self, other):
        return "reflected"

    def __repr__(self):
        return f"Vector({self.x}, {self.y})"


class Weird(Vector):
    def __radd__(self, other):
        return ("radd", other)


class Reflecting:
    def __radd__(self, other):
        return ("reflecting", other)

    def __eq__(self, other):
        return ["equal", type(other).__name__]


def add(a, b):
    return a + b


def attempt(function, *arguments):
    try:
        print(function(*arguments))
    except Exception as error:
        print(type(error).__name__, error)


def in_place(a, b):
    a += b
    return a


def warm(function, a, b, times=40):
    for _ in range(times):
        result = function(a, b)
    return result


one, two = Vector(1, 2), Vector(3, 4)
print(warm(add, one, two))
for other in (5, 1.5, "text", None, [1], Weird(7, 8), Reflecting(), two):
    attempt(add, one, other)
print(warm(in_place, one, two))
attempt(in_place, one, 3)

scale = lambda a, b: a * b
print(warm(scale, one, 3))
try:
    scale(one, "wrong")
except ValueError:
    print([line.strip() for line in traceback.format_exc().splitlines() if "line" in line])

equal, unequal, less = (lambda a, b: a == b), (lambda a, b: a != b), (lambda a, b: a < b)
print(warm(equal, one, two), warm(equal, one, Vector(1, 2)), warm(unequal, one, two), warm(less, one, two))
for other in (1, None, "x", Reflecting()):
    attempt(equal, one, other)
    attempt(less, one, other)

Vector.__add__ = lambda self, other: "replaced"
print(add(one, two), in_place(one, two))
Vector.__iadd__ = lambda self, other: "in place"
print(add(one, two), in_place(one, two))


def generator(self, other):
    yield self.x
    yield other.x


Vector.__add__ = generator
print(list(warm(add, one, two)))
Vector.__add__ = lambda self, other, more=1: more
print(warm(add, one, two))
del Vector.__add__
attempt(add, one, two)


class Items(list):
    def __add__(self, other):
        return NotImplemented


attempt(warm, add, Items([1]), [2])
attempt(warm, add, Items([1]), Items([3]))


class Number(int):
    def __floordiv__(self, other):
        return NotImplemented if other == 2 else ("floor", int(self), other)


divide = lambda a, b: a // b
print(warm(divide, Number(7), 3), divide(Number(7), 2), divide(Number(7), True))


class Deep:
    def __add__(self, other):
        return self + other


try:
    Deep() + 1
except RecursionError as error:
    print("RecursionError", error)
