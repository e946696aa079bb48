"""Enum, IntEnum, StrEnum, Flag, IntFlag: aliases, auto, unique, missing, boundaries, mixing, iteration,
errors, pickling."""
import copy
import enum
import pickle
from enum import CONFORM, EJECT, KEEP, STRICT, Enum, Flag, IntEnum, IntFlag, StrEnum, auto


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


class Colour(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1
    BLUE = auto()
    def describe(self): return f"{self.name.lower()} is {self.value}"
    @property
    def half(self): return self.value / 2
    _ignore_ = ["temporary"]
    temporary = [1, 2]
    @classmethod
    def _missing_(cls, value): return cls.RED if value == "rouge" else None
    @enum.nonmember
    class Inner: pass
    LIST = enum.member([1, 2])


print(list(Colour), Colour.CRIMSON, Colour(2), Colour["BLUE"], len(Colour), Colour.RED.describe(),
      Colour.RED.half, Colour("rouge"), Colour.__members__)
for action in (lambda: Colour(99), lambda: Colour["NOPE"], lambda: Colour.NOPE,
               lambda: setattr(Colour, "RED", 5), lambda: delattr(Colour, "RED"),
               lambda: setattr(Colour.RED, "value", 3), lambda: Colour.RED < Colour.GREEN,
               lambda: Colour.RED == 1, lambda: Colour.RED is Colour.CRIMSON,
               lambda: type("Sub", (Colour,), {}),
               lambda: Colour.RED in Colour, lambda: 1 in Colour, lambda: "RED" in Colour, lambda: Colour(),
               lambda: Colour.RED.GREEN, lambda: {Colour.RED: 1}[Colour(1)],
               lambda: pickle.loads(pickle.dumps(Colour.BLUE)) is Colour.BLUE,
               lambda: copy.deepcopy(Colour.RED) is Colour.RED,
               lambda: f"{Colour.RED} {Colour.RED!r:>20} {Colour.RED:>12}", lambda: bool(Colour),
               lambda: list(reversed(Colour)),
               lambda: exec("class A(Enum):\n X = 1\n X = 2"), lambda: exec("class A(Enum):\n mro = 1"),
               lambda: exec("class A(Enum):\n _x_ = 1"),
               lambda: exec("@enum.unique\nclass A(Enum):\n X = 1\n Y = 1"),
               lambda: exec("class A(Enum):\n X = 1\n def X(self): pass"),
               lambda: exec("@enum.verify(enum.CONTINUOUS)\nclass A(IntEnum):\n X = 1\n Y = 5"),
               lambda: exec("@enum.verify(enum.NAMED_FLAGS)\nclass A(Flag):\n X = 1\n Y = 6"),
               lambda: Enum("F", "A B C")("x"), lambda: list(Enum("F", "A, B", start=10)),
               lambda: list(Enum("F", {"X": 1, "Y": "z"})), lambda: list(Enum("F", [("P", 1)], type=int)),
               lambda: Enum("F", "A", module="m", qualname="q.F").__qualname__, lambda: Enum("F", 5)):
    attempt(action)


class Status(IntEnum):
    OK = 200
    LOST = 404


class Name(StrEnum):
    FIRST = auto()
    SECOND = "two"


class P(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


class I(IntFlag):
    A = 1
    B = 2
    C = 4


print(Status.OK + 1, Status.OK < 300, f"{Status.OK}", str(Status.OK), repr(Status.OK), Status(404),
      sorted([Status.LOST, Status.OK]), [10, 20][Status.OK - 199], "%d %s" % (Status.OK, Status.OK), Name.FIRST,
      Name.SECOND.upper(), f"{Name.FIRST:>8}", Name("two"), "first" == Name.FIRST)
print(P.R | P.X, P.RW, P(0), ~P.R, P.RW & P.W, P.R ^ P.RW, list(P.RW), P.R in P.RW, bool(P(0)), len(P.RW), P(7),
      P.RW.name, (P.R | P.X).name, P(0).name, repr(P.R | P.X), str(P.RW | P.X), [P(n) for n in range(4)],
      P.R.value, list(P))
print(I.A | I.B, I.A | 8, I(9), ~I.A, I.A + 1, I.A & 1, I(0), repr(I.A | 16), [i for i in I.A | I.C],
      I.A in I(3), I(-1), -I.A, I.A | I.B == 3, I(7) ^ 2, str(I.A | 8), f"{I.A | I.B}", 8 | I.A,
      type(I.A << 1).__name__)
for action in (lambda: P(8), lambda: P.R | 1, lambda: P.R & "x", lambda: P("R"), lambda: P.R < P.W,
               lambda: I.A | "x", lambda: Name(5), lambda: exec("class S(StrEnum):\n X = 5"),
               lambda: exec("class S(StrEnum):\n X = 'a', 'ascii', 5"),
               lambda: exec("class B(IntEnum):\n X = 'a'"), lambda: exec("class F(Flag):\n X = 'a'"),
               lambda: 1 in P.RW, lambda: P.R in I):
    attempt(action)
for boundary in (STRICT, CONFORM, EJECT, KEEP):
    F = IntFlag("F", "A B", boundary=boundary)
    attempt(lambda: repr(F(9)))
class Planet(Enum):
    EARTH = (5.97e24, 6.37e6)
    MARS = (6.42e23, 3.39e6)
    def __init__(self, mass, radius): self.mass, self.radius = mass, radius
    @property
    def gravity(self): return round(6.67e-11 * self.mass / self.radius ** 2, 3)
class Coordinate(bytes, Enum):
    def __new__(cls, value, label):
        self = bytes.__new__(cls, [value])
        self._value_, self.label = value, label
        return self
    X = (0, "ex")
    Y = (1, "why")
class Auto(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last): return f"{name}-{count}-{last}"
    ONE = auto()
    TWO = auto()
print([p.gravity for p in Planet], Coordinate.Y, Coordinate(1).label, Coordinate.X + b"z",
      [a.value for a in Auto], Planet((6.42e23, 3.39e6)))
