"""enum: Flag operations and boundaries, auto, aliases, unique, _missing_, functional API, StrEnum, nonmember, iteration."""
import enum
from enum import Enum, Flag, IntEnum, IntFlag, StrEnum, auto


class Color(Enum):
    RED = 1
    GREEN = auto()
    CRIMSON = RED
    BLUE = "b"

    @classmethod
    def _missing_(cls, value):
        return cls.BLUE if value == "blue" else None

    @property
    def pretty(self):
        return f"<{self.name.lower()}>"

    def describe(self):
        return self.name, self.value


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


class Strict(Flag, boundary=enum.STRICT):
    A = 1
    C = 4


class Keep(IntFlag, boundary=enum.KEEP):
    A = 1


class Level(IntEnum):
    LOW = 1
    HIGH = 10


class Text(StrEnum):
    ONE = auto()
    TWO = "deux"


class Planet(Enum):
    EARTH = (5.97, 6.37)
    MARS = (0.64, 3.39)

    def __init__(self, mass, radius):
        self.mass = mass
        self.density = round(mass / radius, 3)


print(list(Color), Color.CRIMSON is Color.RED, Color("blue"), Color["GREEN"], Color.RED.pretty, Color.BLUE.describe(), len(Color), Color.__members__.keys(), Color.RED in Color, repr(Color), Color(1), str(Color.RED), f"{Color.RED}", hash(Color.RED) == hash("RED"))
print(Perm.R | Perm.X, Perm.RW & Perm.W, ~Perm.R, Perm.RW ^ Perm.R, Perm(0), bool(Perm(0)), list(Perm.RW), len(Perm.RW), Perm.R in Perm.RW, Perm(7), Perm.RW.value, list(Perm), Perm["R"], repr(Perm(5)), str(Perm(3)), f"{Perm(6)}")
print(Level.LOW < Level.HIGH, Level.LOW + 1, Level(10), Level.HIGH == 10, f"{Level.LOW}", str(Level.LOW), repr(Level.LOW), sorted([Level.HIGH, Level.LOW]), f"{Text.ONE} {Text.TWO!r}", Text.TWO + "!", Text("deux"), Keep(9), Keep(8) | 1, isinstance(Keep(9), Keep), Planet.MARS.density, Planet((5.97, 6.37)))
for call in ("Color(9)", "Color['NO']", "Color.NO", "Color.RED.GREEN", "Color.RED.value.x", "setattr(Color, 'RED', 5)", "delattr(Color, 'RED')", "setattr(Color.RED, 'value', 5)", "setattr(Color.RED, 'extra', 5)", "Color.RED < Color.GREEN", "1 in Color", "Strict(2)", "Strict.A | Strict.C", "~Strict.A", "Perm(99)", "Perm('x')", "Perm.R | 1", "Keep.A | 16", "Level('LOW')", "type('Sub', (Color,), {})", "Color()", "Enum('E', 'a b c').b", "Enum('E', {'x': 1})['x']", "list(Enum('E', ['p', 'q'], start=5))", "IntFlag('F', 'a b').b", "StrEnum('S', 'A b')['A'].value", "Enum('E', 'a a')", "Enum(5, 'a')", "Color.__new__(Color)", "enum.unique(Color)", "iter(Color).__next__()", "list(reversed(Color))", "dir(Color)[:4]", "Color.RED.__class__", "pickle_round(Color.RED) is Color.RED", "Color.RED == 1", "Level.LOW == Color.RED", "{Color.RED: 1}[Color.CRIMSON]", "isinstance(Color.RED, Color)", "Color.mro()[1:]"):
    try:
        import pickle
        pickle_round = lambda v: pickle.loads(pickle.dumps(v))
        print(call, "=", eval(call))
    except Exception as error:
        print(call, "->", type(error).__name__, error)
for body in ("class A(Enum):\n a = 1\n a = 2", "class A(Enum):\n _a_ = 1", "class A(Enum):\n a = auto(), 5\nprint(A.a.value)", "class A(Color):\n x = 1", "class A(StrEnum):\n a = 5", "class A(IntEnum):\n a = 'x'", "class A(Enum):\n _ignore_ = 'b c'\n b = 1\n a = 2\nprint(list(A))", "class A(Enum):\n def f(self): pass\n x = enum.member(f)\n y = enum.nonmember(7)\nprint(list(A), A.y)", "class A(Enum):\n def _generate_next_value_(name, start, count, last): return name * (count + 1)\n a = auto()\n b = auto()\nprint([m.value for m in A])", "@enum.verify(enum.CONTINUOUS)\nclass A(IntEnum):\n a = 1\n c = 3", "@enum.verify(enum.UNIQUE)\nclass A(IntEnum):\n a = 1\n c = 1", "class A(Enum):\n mro = 1", "class A(Flag):\n a = 'x'", "class A(int, Enum):\n a = '7', 8\nprint(A.a + 1, A.a.value)"):
    try:
        exec(body)
    except Exception as error:
        print(body.split("\n")[-1], "->", type(error).__name__, error)
