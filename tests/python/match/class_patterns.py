"""Class patterns: __match_args__, keyword attributes, built-in self matches, errors of counts and types,
isinstance hooks."""
import dataclasses


@dataclasses.dataclass
class Point:
    x: int
    y: int = 0


class Named:
    __match_args__ = ("first", "second")

    def __init__(self, first, second):
        self.first, self.second = first, second


def test(x):
    match x:
        case Point(0, 0):
            return "origin"
        case Point(x=0) | Point(y=0) as p:
            return f"axis {p}"
        case Point(a, b) if a == b:
            return f"diagonal {a}"
        case Point(x, y=y):
            return x, y
        case Named(Named(inner, _), second=s):
            return inner, s
        case bool(b):
            return f"bool {b}"
        case int(n) | float(n):
            return f"number {n}"
        case str(s) | bytes(s):
            return f"text {s!r}"
        case list([a, *_]) | tuple((a, *_)):
            return f"first {a}"
        case dict({"k": v}) | dict(v):
            return v
        case set(s) | frozenset(s):
            return sorted(s)
        case object(missing=m):
            return m
    return "none"


for value in (Point(0), Point(0, 5), Point(3, 3), Point(1, 2), Named(Named(1, 2), 3), Named(1, 2), True, 5, 2.5,
              "t", b"b", [7, 8], (9,), {"k": 1}, {}, {3, 1}, None):
    print(value if not isinstance(value, Named) else "named", test(value))


class Wrong:
    pass


def pattern(kind, count):
    def run(value):
        space = {"K": kind, "value": value}
        exec(f"match value:\n case K({', '.join('_abc'[:0] + c for c in 'abcd'[:count])}): result = 1\n case _: result = 0", space)
        return space["result"]
    return run


cases = [(Point, 3, Point(1)), (Wrong, 1, Wrong()), (Wrong, 0, Wrong()), (int, 2, 5), (5, 0, 5), (len, 1, 5),
         (type("L", (), {"__match_args__": ["a"]}), 1, None),
         (type("N", (), {"__match_args__": (1,)}), 1, None), (type("E", (), {"__match_args__": ("gone",)}), 1,
                                                              None), (str | int, 0, "x"),
                                                              (type("S", (str,), {}), 1, None),
                                                              (memoryview, 1, memoryview(b"")),
                                                              (complex, 1, 1j)]
for kind, count, value in cases:
    try:
        print(getattr(kind, "__name__", kind), pattern(kind, count)(value if value is not None else kind()))
    except TypeError as error:
        print("TypeError", error)


class Dup:
    __match_args__ = ("a", "a")
    a = 1


try:
    match Dup():
        case Dup(1, a=1):
            pass
except TypeError as error:
    print(error)


class Hook(type):
    def __instancecheck__(cls, value):
        return value == "anything"


class Fake(metaclass=Hook):
    pass


match "anything":
    case Fake():
        print("hooked")


class Property:
    @property
    def broken(self):
        raise AttributeError("counts as missing")

    @property
    def fails(self):
        raise ValueError("passes out")


match Property():
    case Property(broken=_):
        print("never")
    case _:
        print("missing attribute")
try:
    match Property():
        case Property(fails=_):
            pass
except ValueError as error:
    print(error)
