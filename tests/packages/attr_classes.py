# attrs: what its overview shows: defaults, validators, converters, slots, frozen classes, evolve, asdict.
import attr
from attr import define, evolve, field, fields, frozen, validators


@attr.s
class Point:
    x = attr.ib(default=42)
    y = attr.ib(factory=list)

    def total(self):
        return self.x + sum(self.y)


print(Point(1, [2, 3]), Point().total(), Point(1) == Point(1), Point(1) != Point(2), attr.asdict(Point(1, [2])))


@define
class Server:
    name: str = field(validator=validators.instance_of(str))
    port: int = field(default=80, converter=int)
    tags: list = field(factory=list, repr=False)
    secure: bool = field(init=False)

    @port.validator
    def check(self, attribute, value):
        if not 0 < value < 65536:
            raise ValueError(f"{attribute.name}: {value} is no port")

    def __attrs_post_init__(self):
        self.secure = self.port == 443


server = Server("a", "443")
print(server, server.secure, hasattr(server, "__dict__"), [f.name for f in fields(Server)])
for wrong in (lambda: Server(1), lambda: Server("b", 70000), lambda: setattr(server, "none", 1), lambda: Server()):
    try:
        wrong()
    except (TypeError, ValueError, AttributeError) as error:
        print(type(error).__name__, str(error.args[0]).split("(got")[0])


@frozen(order=True)
class Version:
    major: int
    minor: int = 0


print(sorted([Version(2), Version(1, 5), Version(1)]), hash(Version(1)) == hash(Version(1)), evolve(Version(1), minor=7))
try:
    Version(1).major = 2
except attr.exceptions.FrozenInstanceError as error:
    print(type(error).__name__, error)


@define
class Node:
    value: int
    children: list["Node"] = field(factory=list)
    keyword: str = field(default="k", kw_only=True)


tree = Node(1, [Node(2), Node(3, [Node(4)])])
print(attr.asdict(tree), attr.astuple(tree))
Made = attr.make_class("Made", {"a": attr.ib(), "b": attr.ib(default=attr.Factory(lambda self: self.a + 1, takes_self=True))})
print(Made(1), attr.has(Made), attr.resolve_types(Node) is Node, attr.filters.exclude(int)(fields(Node).value, 1))
