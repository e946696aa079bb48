"""Classes that write themselves: @dataclass makes methods from annotations, Enum makes members from names."""
import dataclasses
import enum
from dataclasses import dataclass, field


@dataclass(order=True)
class Item:
    price: float
    name: str = field(compare=False)
    tags: list = field(default_factory=list, compare=False, repr=False)

    def __post_init__(self):
        if self.price < 0:
            raise ValueError("a price is never negative")


tea, cake = Item(2.5, "tea"), Item(4.0, "cake", ["sweet"])
print(tea, tea < cake, tea == Item(2.5, "other name"), tea.tags is Item(1, "x").tags)
print([f.name for f in dataclasses.fields(Item)], dataclasses.asdict(cake), dataclasses.replace(tea, price=3))
for arguments in ((-1, "debt"), (1,)):
    try:
        Item(*arguments)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    x: int
    y: int = 0


p = Point(x=1)
print(p, hash(p) == hash(Point(x=1, y=0)), Point.__slots__, hasattr(p, "__dict__"), Point.__match_args__)
try:
    p.x = 2
except dataclasses.FrozenInstanceError as error:
    print(type(error).__name__, error)

try:
    @dataclass
    class Shared:
        items: list = []                   # one list for all instances: refused
except ValueError as error:
    print(error)


class Colour(enum.Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1                            # the same value: another name for RED

    @property
    def is_warm(self):
        return self is Colour.RED


print(list(Colour), Colour(2), Colour["RED"], Colour.CRIMSON, Colour.RED.is_warm, Colour.RED == 1)
for wrong in (lambda: Colour(7), lambda: Colour["BLUE"], lambda: setattr(Colour, "RED", 5)):
    try:
        wrong()
    except (ValueError, KeyError, AttributeError) as error:
        print(type(error).__name__, error)


class Permission(enum.Flag):
    READ = enum.auto()
    WRITE = enum.auto()
    RUN = enum.auto()


some = Permission.READ | Permission.RUN
print(some, Permission.WRITE in some, list(some), ~some, bool(some & Permission.WRITE))


class Level(enum.IntEnum):
    LOW, HIGH = 1, 10


class Method(enum.StrEnum):
    GET = enum.auto()
    POST = enum.auto()


print(Level.HIGH > 5, Level.LOW + 1, max(Level), f"{Method.GET}", Method("post") is Method.POST)
match Level(10):
    case Level.HIGH:
        print("high")
