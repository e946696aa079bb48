"""__slots__: names that clash, repeat, are no identifiers, layouts that cannot be combined, and inherited
slots."""


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


def make(slots, *bases, **names):
    return type("K", bases, {"__slots__": slots, **names})


def names_of(cls):
    return sorted(name for name in vars(cls) if name not in ("__doc__", "__module__", "__slots__"))


for slots in ("one", ("a", "b"), ["l"], {"d": "doc"}, iter("it"), (), "", ("a b",), ("1",), (1,), 3, None,
              ("a", "a"),
              ("__dict__",), ("__weakref__",), ("__dict__", "__dict__"), ("__weakref__",) * 2, ("é",),
              ("class",)):
    attempt(lambda: names_of(make(slots)))
attempt(lambda: make(("x",), x=1))
attempt(lambda: make(("__doc__",), __doc__="text"))
attempt(lambda: make(("x",), int))
attempt(lambda: make(("x",), tuple))
attempt(lambda: make(("x",), bytes))
attempt(lambda: make((), int)(5) + 1)
attempt(lambda: make(("x",), list)().x)
attempt(lambda: make(("__dict__",), make(("__dict__",))))
attempt(lambda: make(("__dict__",), type("P", (), {})))
attempt(lambda: make(("__weakref__",), type("P", (), {})))
A, B = make(("a",)), make(("b",))
attempt(lambda: type("C", (A, B), {}))
attempt(lambda: type("C", (A, make(())), {})().__class__.__name__)
attempt(lambda: type("C", (A, int), {}))
attempt(lambda: type("C", (int, str), {}))
attempt(lambda: type("C", (list, dict), {}))
attempt(lambda: type("C", (Exception, OSError), {}))
attempt(lambda: type("C", (OSError, KeyError), {}).__mro__[1:3])
attempt(lambda: type("C", (OSError, SyntaxError), {}))


class Parent:
    __slots__ = ("x", "y")


class Child(Parent):
    __slots__ = ("x", "z")


c = Child()
c.x, c.y, c.z = 1, 2, 3
Parent.x.__set__(c, "parent's")
print(c.x, Parent.x.__get__(c), Child.x.__get__(c), hasattr(c, "__dict__"))
print(Parent.x, type(Parent.x).__name__, Parent.x.__name__, Parent.x.__objclass__, Parent.x.__doc__)
attempt(lambda: setattr(c, "w", 1))
attempt(lambda: Parent.x.__get__(3))
attempt(lambda: Child.z.__get__(Parent()))
attempt(lambda: Child.z.__set__(Parent(), 1))
del c.x
attempt(lambda: c.x)
attempt(lambda: delattr(c, "x"))


class WithDict(Parent):
    pass


w = WithDict()
w.x, w.other = 1, 2
print(w.__dict__, w.x)
import weakref
attempt(lambda: weakref.ref(Parent()))
attempt(lambda: weakref.ref(WithDict()) and "fine")
attempt(lambda: weakref.ref(make(("__weakref__",))()) and "fine")
one, two = make(("a", "b"))(), make(("a", "b"))
one.a = 5
attempt(lambda: setattr(one, "__class__", two) or one.a)
attempt(lambda: setattr(one, "__class__", make(("a", "c"))))
attempt(lambda: setattr(one, "__class__", Parent))
attempt(lambda: setattr(WithDict(), "__class__", Parent))
import copy
c.x = [1]
d = copy.copy(c)
print(d.x is c.x, d.y, copy.deepcopy(c).x is c.x, c.__reduce_ex__(2)[2])
