"""enum: members, aliases, auto, flags, lookup, iteration, functional form, errors."""
import enum
from enum import Enum, Flag, IntEnum, IntFlag, StrEnum, auto, unique


class Color(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1

    @property
    def nice(self):
        return self.name.title()

    @classmethod
    def first(cls):
        return next(iter(cls))


print(list(Color), Color.CRIMSON is Color.RED, Color(2), Color["GREEN"], Color.RED.nice, Color.first(), len(Color), list(Color.__members__))
print(Color.RED == 1, Color.RED.value, repr(Color.RED), str(Color.RED), f"{Color.RED}", Color.RED in Color, hash(Color.RED) == hash("RED"))


class Size(IntEnum):
    S = auto()
    M = auto()
    L = 10
    XL = auto()


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


class Mode(StrEnum):
    FAST = auto()
    SLOW = "slowly"


print(list(Size), Size.S < Size.L, Size.M + 1, sorted([Size.L, Size.S]), f"{Size.M}", Size(11))
print(Perm.R | Perm.X, Perm.RW, Perm.RW & Perm.R, ~Perm.R, Perm(0), Perm.R in Perm.RW, list(Perm.RW), Perm(7), bool(Perm(0)))
print(list(Mode), Mode.FAST == "fast", Mode.SLOW.upper(), IntFlag("F", "A B C").B | 8, Enum("Dyn", {"P": 1, "Q": "q"}).Q)


class Planet(Enum):
    EARTH = (5.97, 6.37)
    MARS = (0.64, 3.39)

    def __init__(self, mass, radius):
        self.density = round(mass / radius ** 3, 4)

    @classmethod
    def _missing_(cls, value):
        return cls.MARS if value == "red" else None


print(Planet.EARTH.density, Planet("red"), Planet.EARTH.value)
for call in (lambda: Color(9), lambda: Color["X"], lambda: setattr(Color, "RED", 5), lambda: delattr(Color, "RED"), lambda: Color.RED < Color.GREEN,
             lambda: type("Sub", (Color,), {}), lambda: Planet("blue"), lambda: Perm(99), lambda: Color.BLUE, lambda: Color(),
             lambda: unique(Color), lambda: setattr(Color.RED, "value", 3), lambda: Enum("Two", "A A")):
    try:
        print(call())
    except (ValueError, KeyError, AttributeError, TypeError) as error:
        print(type(error).__name__, error)
