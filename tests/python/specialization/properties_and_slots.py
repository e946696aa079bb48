"""Properties whose getters change or fail, and slots that are unset, after the reading code has become warm."""


class Circle:
    __slots__ = ("radius", "_area")

    def __init__(self, radius):
        self.radius = radius

    @property
    def diameter(self):
        return self.radius * 2

    @property
    def broken(self):
        return self.radius.missing


def read_diameter(o):
    return o.diameter


def read_broken(o):
    return o.broken


def read_slot(o):
    return o.radius


def attempt(label, function, o):
    try:
        print(label, function(o))
    except Exception as error:
        print(label, type(error).__name__, error, getattr(error, "name", None))


circle = Circle(4)
for _ in range(100):
    read_diameter(circle), read_slot(circle)
    try:
        read_broken(circle)
    except AttributeError:
        pass
attempt("warm", read_diameter, circle)
attempt("warm", read_broken, circle)
del circle.radius
attempt("slot unset", read_slot, circle)
attempt("slot unset", read_diameter, circle)
circle.radius = 5
attempt("slot set", read_slot, circle)
old = Circle.__dict__["diameter"]
old.__init__(lambda self: "new getter")
attempt("property changed", read_diameter, circle)
old.__init__(None)
attempt("no getter", read_diameter, circle)
old.__init__(len)
attempt("native getter", read_diameter, circle)
old.__init__(lambda: None)
attempt("wrong parameters", read_diameter, circle)
Circle.diameter = 3
attempt("plain value", read_diameter, circle)
Circle.radius = "class value"
attempt("slot replaced", read_slot, circle)


class Raises:
    @property
    def value(self):
        raise AttributeError("from the getter")

    def __getattr__(self, name):
        return "hook for " + name


def read_value(o):
    return o.value


class Quiet:
    @property
    def value(self):
        raise AttributeError("from the getter")


for _ in range(50):
    read_value(Raises())
    try:
        read_value(Quiet())
    except AttributeError:
        pass
print(read_value(Raises()))
try:
    read_value(Quiet())
except AttributeError as error:
    print(error, error.name, type(error.obj).__name__)


class Recursive:
    @property
    def value(self):
        return self.value


try:
    Recursive().value
except RecursionError as error:
    print("RecursionError", error)
