"""dataclasses: defaults, ordering, frozen, slots, post-init, replace, asdict, inheritance, errors."""
import dataclasses
from dataclasses import dataclass, field, KW_ONLY


@dataclass(order=True)
class Item:
    price: float
    name: str = "thing"
    tags: list = field(default_factory=list, compare=False, repr=False)
    count: dataclasses.InitVar[int] = 1
    total: float = field(init=False)

    def __post_init__(self, count):
        self.total = self.price * count


@dataclass(frozen=True, slots=True)
class Point:
    x: int
    y: int = 0
    _: KW_ONLY
    label: str = ""


a, b = Item(2.5, count=4), Item(1, "pen")
print(a, b, a > b, a == Item(2.5, count=4), a.tags is b.tags, [f.name for f in dataclasses.fields(Item)])
p = Point(1, label="p")
print(p, hash(p) == hash(Point(1, label="p")), dataclasses.replace(p, y=5), dataclasses.asdict(p), dataclasses.astuple(p), Point.__slots__, Point.__match_args__)


@dataclass
class Named(Item):
    owner: str = "nobody"


print(Named(1, owner="me"), dataclasses.is_dataclass(Named), dataclasses.is_dataclass(5))
Made = dataclasses.make_dataclass("Made", ["a", ("b", int, 5)], namespace={"sum": lambda self: self.a + self.b})
print(Made(1), Made(1).sum(), dataclasses.asdict(Item(1, tags=[p])))
for call in (lambda: Point(), lambda: Point(1, 2, "x"), lambda: setattr(p, "x", 5), lambda: delattr(p, "x"), lambda: Item(1) < 5, lambda: hash(a),
             lambda: dataclass(type("B", (), {"__annotations__": {"x": list}, "x": []})),
             lambda: dataclasses.make_dataclass("C", [("a", int, 1), ("b", int)]), lambda: dataclasses.fields(5), lambda: dataclasses.replace(p, z=1),
             lambda: dataclass(order=True, eq=False)(type("D", (), {})), lambda: Point(1, z=2)):
    try:
        print(call())
    except (TypeError, ValueError, dataclasses.FrozenInstanceError, AttributeError) as error:
        print(type(error).__name__, error)
