"""__slots__: layout, inheritance, conflicts, __dict__ and __weakref__ in slots, private names, documentation."""
import weakref


def attempt(label, function):
    try:
        print(label, repr(function()))
    except Exception as error:
        print(label, type(error).__name__, error)


class Point:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


p = Point(1, 2)
print(p.x, p.y, Point.x, hasattr(p, "__dict__"), Point.__slots__)
attempt("new attribute", lambda: setattr(p, "z", 1))
attempt("weak", lambda: weakref.ref(p))
del p.x
attempt("unset", lambda: p.x)
attempt("wrong instance", lambda: Point.x.__get__(5))
attempt("class access", lambda: Point.x.__get__(None, Point) is Point.x)


class Child(Point):
    pass


child = Child(1, 2)
child.z = 3
print(child.__dict__, child.x, weakref.ref(child)() is child)


class More(Point):
    __slots__ = ("z", "__dict__", "__weakref__")


more = More(1, 2)
more.z = 3
more.other = 4
print(more.__dict__, more.z, weakref.ref(more)() is more)


class Private:
    __slots__ = ("__secret", "_C__mangled")

    def __init__(self):
        self.__secret = 5

    def read(self):
        return self.__secret


print(Private().read(), sorted(n for n in vars(Private) if "secret" in n or "mangled" in n))
attempt("conflict", lambda: type("X", (), {"__slots__": ("a",), "a": 1}))
attempt("two layouts", lambda: type("X", (Point, type("Other", (), {"__slots__": ("q",)})), {}))
attempt("name", lambda: type("X", (), {"__slots__": ("not valid",)}))
attempt("number", lambda: type("X", (), {"__slots__": (1,)}))
attempt("int with slots", lambda: type("X", (int,), {"__slots__": ("a",)}))
attempt("dict twice", lambda: type("X", (), {"__slots__": ("__dict__", "__dict__")}))
attempt("dict again", lambda: type("X", (Child,), {"__slots__": ("__dict__",)}))
attempt("weakref again", lambda: type("X", (Child,), {"__slots__": ("__weakref__",)}))
attempt("single string", lambda: type("X", (), {"__slots__": "only"}).only)


class Documented:
    __slots__ = {"a": "the first", "b": None}


print(Documented.__slots__, Documented.a.__doc__, sorted(n for n in dir(Documented) if len(n) == 1))


class Empty:
    __slots__ = ()


attempt("empty", lambda: setattr(Empty(), "a", 1))
mixed = type("Mixed", (Empty, Point), {"__slots__": ()})(5, 6)
print(mixed.x, mixed.y)


class A:
    __slots__ = ("v",)


class B:
    __slots__ = ("v",)


class C:
    __slots__ = ("w",)


a = A()
a.v = 7
a.__class__ = B
print(type(a).__name__, a.v)
attempt("other layout", lambda: setattr(a, "__class__", C))
attempt("to plain", lambda: setattr(a, "__class__", Child))
attempt("to int", lambda: setattr(a, "__class__", int))

# The order of a class's own names.
class Empty:
    pass


class Equal:
    def __eq__(self, other):
        return True


class Slotted:
    __slots__ = ("b", "a", "__weakref__", "__dict__")


for cls in Empty, Equal, Slotted, type("Doc", (), {"__doc__": "text", "z": 1}), type("Derived", (Empty,), {}):
    print(cls.__name__, list(vars(cls)))
