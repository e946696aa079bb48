"""Attribute reads stay right when classes change after the reading code has become warm."""


class Base:
    kind = "base"

    def where(self):
        return "Base.where"


class Point(Base):
    def __init__(self, x):
        self.x = x


def read_x(p):
    return p.x


def read_kind(p):
    return p.kind


def call_where(p):
    return p.where()


def show(label, p):
    for function in (read_x, read_kind, call_where):
        try:
            print(label, function.__name__, function(p))
        except AttributeError as error:
            print(label, function.__name__, "AttributeError:", error)


p = Point(1)
for _ in range(100):
    read_x(p), read_kind(p), call_where(p)
show("warm", p)
Point.x = property(lambda self: "from property")
show("data descriptor", p)
del Point.x
show("descriptor gone", p)
Base.kind = "changed"
show("base changed", p)
p.kind = "own"
show("instance hides", p)
q = Point(2)
show("another instance", q)
p.where = lambda: "instance attribute"
show("method hidden", p)
show("not hidden", q)
del p.where
show("visible again", p)


class Other:
    kind = "other"

    def where(self):
        return "Other.where"


Point.__bases__ = (Other,)
show("bases changed", q)


class Twin(Base):
    kind = "twin"

    def where(self):
        return "Twin.where"


q.__class__ = Twin
show("class changed", q)
q.__dict__["x"] = "through __dict__"
show("dict", q)
q.__dict__ = {"x": "new dict", "kind": 3}
show("dict replaced", q)
del q.x
show("deleted", q)
Twin.__getattr__ = lambda self, name: f"__getattr__({name})"
show("hook", q)
Twin.__getattribute__ = lambda self, name: f"__getattribute__({name})"
print(read_x(q), read_kind(q))
try:
    call_where(q)
except TypeError as error:
    print(error)
