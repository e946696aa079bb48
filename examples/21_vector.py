"""Operators call special methods; a class that has them feels like a built-in type."""
import math


class Vector:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y

    def __repr__(self):
        return f"Vector({self.x!r}, {self.y!r})"

    def __format__(self, spec):
        return f"({self.x:{spec}}, {self.y:{spec}})"

    def __eq__(self, other):
        return (self.x, self.y) == (other.x, other.y) if isinstance(other, Vector) else NotImplemented

    def __hash__(self):
        return hash((self.x, self.y))

    def __add__(self, other):
        if not isinstance(other, Vector):
            return NotImplemented            # "I cannot": the interpreter then asks the other side
        return Vector(self.x + other.x, self.y + other.y)

    def __mul__(self, factor):
        return Vector(self.x * factor, self.y * factor)

    __rmul__ = __mul__                       # 2 * v: int says NotImplemented, so the right operand is asked

    def __matmul__(self, other):
        return self.x * other.x + self.y * other.y

    def __neg__(self):
        return self * -1

    def __abs__(self):
        return math.hypot(self.x, self.y)

    def __bool__(self):
        return bool(self.x or self.y)

    def __len__(self):
        return 2

    def __getitem__(self, index):
        return (self.x, self.y)[index]       # IndexError ends a for loop: no __iter__ needed


v, w = Vector(3, 4), Vector(1, 2)
print(v + w, v * 2, 2 * v, -v, v @ w, abs(v))
print(v == Vector(3, 4), v != w, v == (3, 4), len({v, Vector(3, 4)}))
print(bool(Vector(0, 0)), len(v), v[1], v[::-1], list(v), *w)
x, y = v
print(x, y, 4 in v, f"{v:.2f}", sorted([v, w], key=abs))
v += w                                       # no __iadd__: falls back to v = v + w
print(v, sum([w, w], Vector(0, 0)))
for attempt in (lambda: v + 1, lambda: "a" + v, lambda: v < w, lambda: v[5]):
    try:
        attempt()
    except (TypeError, IndexError) as error:
        print(type(error).__name__, error)
try:
    v.z = 1                                  # __slots__: no dict, so no other attributes
except AttributeError as error:
    print(error)
