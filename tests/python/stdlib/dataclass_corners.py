"""dataclasses: order of fields, defaults, inheritance, frozen, slots, kw_only, InitVar, post-init, replace,
asdict, errors."""
import copy
import dataclasses
import pickle
from dataclasses import KW_ONLY, InitVar, asdict, astuple, dataclass, field, fields, make_dataclass, replace
from typing import ClassVar


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


@dataclass(order=True)
class Item:
    sort_key: int = field(init=False, repr=False)
    name: str
    price: float = 1.5
    tags: list = field(default_factory=list, compare=False)
    shared: ClassVar[int] = 7
    scale: InitVar[int] = 1
    _: KW_ONLY
    note: str = field(default="n", metadata={"unit": "text"}, hash=False)

    def __post_init__(self, scale):
        self.sort_key = int(self.price * scale)


a, b = Item("a", 3.0, scale=2), Item("b", note="x")
print(a, b, a > b, a == Item("a", 3.0, scale=2), a != b, Item.shared, Item.__match_args__,
      [f.name for f in fields(Item)], fields(Item)[4].metadata)
print(asdict(a), astuple(b), replace(a, name="z", scale=1), copy.deepcopy(a) == a, Item.scale, Item.price)
for action in (lambda: Item(), lambda: Item("a", 1, [], 1, "positional note"), lambda: Item("a", sort_key=1),
               lambda: hash(a), lambda: a < 5, lambda: replace(a, sort_key=1, scale=1),
               lambda: replace(a, nope=1, scale=1), lambda: replace(a), lambda: asdict(Item), lambda: asdict(5),
               lambda: fields(5), lambda: replace(5), lambda: Item.tags,
               lambda: dataclasses.is_dataclass(Item) and dataclasses.is_dataclass(a)):
    attempt(action)
for text in ("class A:\n x: int = 1\n y: int", "class A:\n x: list = []", "class A:\n x: dict = {}",
             "class A:\n x: int = field(default=1, default_factory=int)", "class A:\n x = field()",
             "class A:\n x: InitVar[int] = field(default_factory=int)",
             "class A:\n x: ClassVar[int] = field(default_factory=int)",
             "class A:\n a: int\n _: KW_ONLY\n b: int = 1\n c: int\nA(1, c=2)",
             "class A:\n _: KW_ONLY\n __: KW_ONLY", "class A:\n x: int\n x: str = 's'\nA()",
             "class A:\n self: int = 5\nA(3)", "class A:\n x: set = set()", "class A:\n pass\nA(1)",
             "class A:\n x: int = 3\n def __init__(self): pass\nA().x"):
    attempt(lambda: exec("@dataclass\n" + text + "\nprint('fine')", {**globals()}))
for text in ("frozen=True, order=True, eq=False", "unsafe_hash=True", "slots=True", "match_args=False",
             "kw_only=True", "repr=False", "init=False", "frozen=True", "eq=False", "order=True, eq=True",
             "nope=1", "slots=True, frozen=True", "weakref_slot=True", "slots=True, weakref_slot=True"):
    names = dict(globals())
    attempt(lambda: exec(f"@dataclass({text})\nclass A:\n x: int = 1\n y: str = 'b'\na = A()\nprint({text!r}, repr(a).replace(hex(id(a)), 'ID')[:40], a == A(), sorted(n for n in vars(A) if n in ('__hash__', '__slots__', '__match_args__', '__lt__', '__setattr__', '__repr__', '__getstate__')), A.__hash__ is None)", names))


@dataclass(frozen=True, slots=True)
class Frozen:
    x: int
    y: list = field(default_factory=list)


f = Frozen(1)
for action in (lambda: setattr(f, "x", 2), lambda: setattr(f, "new", 2), lambda: delattr(f, "x"),
               lambda: hash(Frozen(1, ())) == hash((1, ())), lambda: hash(f),
               lambda: pickle.loads(pickle.dumps(f)), lambda: f.__dict__, lambda: replace(f, x=5),
               lambda: copy.copy(f), lambda: exec("@dataclass\nclass B(Frozen): z: int = 1"),
               lambda: exec("@dataclass(frozen=True)\nclass B(Item): z: int = 1"),
               lambda: exec("@dataclass(frozen=True)\nclass B(Frozen):\n z: int = 1\n def __setattr__(self, n, v): pass")):
    attempt(action)


@dataclass
class Base:
    a: int = 1
    b: int = 2


@dataclass
class Child(Base):
    c: int = 3
    a: str = "overridden"

    def __repr__(self): return "own repr"


@dataclass
class Grand(Child):
    d: "Grand" = None


print(Child(), [f.name for f in fields(Child)], Grand(1, 2, 3, None), Base() == Child(), Child(b=5).b,
      Grand(d=Grand()).d.d)
Made = make_dataclass("Made", ["x", ("y", int), ("z", int, field(default=5))], bases=(Base,),
                      namespace={"total": lambda self: self.y + self.z}, kw_only=True)
print(Made(x=1, y=2), Made(x=1, y=2).total(), Made.__annotations__)
for action in (lambda: make_dataclass("M", ["x", "x"]), lambda: make_dataclass("M", ["class"]),
               lambda: make_dataclass("M", [("a", int, 3), "b"]), lambda: make_dataclass("M", ["1x"]),
               lambda: make_dataclass("M", [3]), lambda: make_dataclass("M", [("a", "b", "c", "d")])):
    attempt(action)
@dataclass
class Loop:
    me: object = None
l = Loop()
l.me = [l]
print(l, asdict(Loop({1: Loop((Loop(), {"k": Loop()}))})), astuple(Loop([Loop(1)]), tuple_factory=list),
      asdict(Loop(Loop()), dict_factory=lambda p: [k for k, _ in p]))
match Item("m", 2.0):
    case Item("m", price=p):
        print("matched", p)
print(repr(fields(Base)[0])[:60], field(default=1).default, dataclasses.MISSING is field().default)
