"""dataclasses: order, frozen, slots, kw_only, InitVar, default_factory, inheritance, replace, asdict, __post_init__, errors."""
import dataclasses
from dataclasses import KW_ONLY, InitVar, dataclass, field, fields
from typing import ClassVar


@dataclass(order=True)
class Item:
    name: str
    price: float = field(default=1.0, compare=False)
    tags: list = field(default_factory=list, repr=False)
    kind: ClassVar[str] = "item"
    scale: InitVar[int] = 2

    def __post_init__(self, scale):
        self.price *= scale


@dataclass(frozen=True, slots=True)
class Point:
    x: int
    y: int = 0

    def moved(self, dx):
        return dataclasses.replace(self, x=self.x + dx)


@dataclass(kw_only=True)
class Base:
    a: int
    b: int = 2


@dataclass
class Child(Base):
    c: int
    _: KW_ONLY
    d: list = field(default_factory=lambda: [1], metadata={"unit": "m"})
    e: int = field(init=False, default=7)


a, b = Item("a"), Item("b", 0.5, scale=4)
print(a, b, a < b, a == Item("a", 99), max(a, b).name, [f.name for f in fields(Item)], Item.kind, a.tags is not Item("a").tags, Item.__match_args__)
p = Point(1)
print(p, p.moved(5), hash(p) == hash(Point(1, 0)), {p: 1}[Point(1)], hasattr(p, "__dict__"), Point.__slots__)
c = Child(5, a=1)
print(c, dataclasses.asdict(c), dataclasses.astuple(c), fields(c)[4].metadata if False else [dict(f.metadata) for f in fields(c)], dataclasses.is_dataclass(c), dataclasses.is_dataclass(int))
print(dataclasses.asdict(Item("n", tags=[Point(1), {"k": Point(2)}])), dataclasses.make_dataclass("Made", ["x", ("y", int), ("z", int, field(default=3))], namespace={"sum": lambda s: s.x + s.z})(1, 2).sum())
for call in ("setattr(p, 'x', 2)", "delattr(p, 'x')", "setattr(p, 'z', 2)", "Item()", "Item('a', 1, [], 2, 3)", "Child(1, 2, a=1)", "Child(1)", "p < Point(2)", "dataclasses.replace(c, e=5)", "dataclasses.replace(p, q=1)", "fields(5)", "dataclasses.asdict(5)", "dataclasses.asdict(Item)", "hash(a)", "a < 5", "a == 5", "dataclasses.replace(a, name='z')", "dataclasses.replace(a, name='z', scale=1)", "Point.x", "repr(fields(Point)[0])[:30]", "Point(x=1, x=2)" if False else "Point(1, x=2)"):
    try:
        print(call, "=", eval(call))
    except Exception as error:
        print(call, "->", type(error).__name__, error)
for body in ("@dataclass\nclass A:\n x: int = 1\n y: str", "@dataclass\nclass A:\n x: list = []", "@dataclass\nclass A:\n x: int = field(default=1, default_factory=int)", "@dataclass(eq=False, order=True)\nclass A: pass", "@dataclass\nclass A(Point): pass", "@dataclass(frozen=True)\nclass A(Base): pass", "@dataclass(order=True)\nclass A:\n def __lt__(s, o): pass", "@dataclass(slots=True)\nclass A:\n __slots__ = ()\n x: int", "@dataclass\nclass A:\n x = field()", "@dataclass\nclass A:\n x: InitVar[int] = field(default_factory=int)", "@dataclass(unsafe_hash=True)\nclass A:\n def __hash__(s): return 1", "@dataclass\nclass A:\n __x: int = 1\nprint(A(), A(_A__x=5) if True else 0)", "dataclasses.make_dataclass('A', ['x', 'x'])", "dataclasses.make_dataclass('A', ['class'])", "@dataclass\nclass A:\n _: KW_ONLY\n a: int\n __: KW_ONLY", "@dataclass(bad=1)\nclass A: pass", "dataclass(5)",
             "@dataclass\nclass A:\n x: 'A' = None\n def __repr__(s): return 'own'\nprint(A(1))", "@dataclass(repr=False, eq=False)\nclass A:\n x: int\nprint(A(1) == A(1))", "@dataclass\nclass A:\n me: object = None\nr = A()\nr.me = r\nprint(r)", "@dataclass(init=False)\nclass A:\n x: int = 3\nprint(A())", "@dataclass(match_args=False)\nclass A:\n x: int\nprint(hasattr(A, '__match_args__'))"):
    try:
        exec(body)
    except Exception as error:
        print(repr(body.split("\n", 1)[-1]), "->", type(error).__name__, error)
