"""namedtuple: renaming, defaults, module, invalid names, methods, subclasses, pickling, matching and errors."""
import copy
import pickle
from collections import namedtuple


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


Point = namedtuple("Point", "x y", defaults=[0])
print(Point(1), Point(1, 2), Point(y=5, x=4), Point._fields, Point._field_defaults, Point.__doc__,
      Point.x.__doc__)
for args, kw in ((("P", "a b"), {}), (("P", "a,b , c"), {}), (("P", ["a", "a"]), {}), (("P", "class x"), {}),
                 (("P", "_a"), {}), (("1P", "a"), {}),
                 (("P", "a 1b"), {}), (("P", "a a class _x 1"), {"rename": True}),
                 (("P", "a b"), {"defaults": (1, 2, 3)}), (("P", ""), {}), (("P", []), {}),
                 (("P", 5), {}), ((5, "a"), {}), (("P", "a"), {"module": "elsewhere"}),
                 (("P", {"k": 1, "l": 2}), {}), (("P", "a", 1), {}), (("class", "a"), {}), (("P", "é ñ"), {}),
                 (("P", [1, 2]), {})):
    attempt(lambda: (namedtuple(*args, **kw)._fields, namedtuple(*args, **kw).__module__))
p = Point(3, 4)
attempt(lambda: Point())
attempt(lambda: Point(1, 2, 3))
attempt(lambda: Point(1, z=2))
attempt(lambda: Point(1, x=2))
attempt(lambda: p._replace(x=9))
attempt(lambda: p._replace(z=9, w=1))
attempt(lambda: p._replace(1))
attempt(lambda: Point._make([1, 2]))
attempt(lambda: Point._make([1]))
attempt(lambda: Point._make([1, 2, 3]))
attempt(lambda: setattr(p, "x", 1))
attempt(lambda: setattr(p, "new", 1))
attempt(lambda: delattr(p, "x"))
attempt(lambda: p.z)
attempt(lambda: p[2])
attempt(lambda: p + (5,))
attempt(lambda: p < Point(3, 5))
attempt(lambda: (p == (3, 4), hash(p) == hash((3, 4)), p[0], p[-1], len(p), list(p), p.index(4), p.count(3),
                 p._asdict()))
print(copy.copy(p), copy.deepcopy(Point([1], [2])), pickle.loads(pickle.dumps(p)), p.__getnewargs__(),
      p.__reduce_ex__(2)[0].__name__)
match p:
    case Point(x=1):
        print("no")
    case Point(a, y=b):
        print("matched", a, b, Point.__match_args__)
print("{0.x} {0[1]} {p.y}".format(p, p=p), "%s %s" % p, f"{p}", f"{p!r:>20}", str(p), [*p], {**p._asdict()})


class Labelled(namedtuple("Base", "name value")):
    __slots__ = ()

    @property
    def label(self): return f"{self.name}={self.value}"
    def __new__(cls, name, value="default"): return super().__new__(cls, name.upper(), value)
    def __str__(self): return self.label


l = Labelled("n")
print(l, repr(l), l._replace(name="new"), Labelled._make("ab"), isinstance(l, tuple))
attempt(lambda: setattr(l, "x", 1))
print(type(Point.x).__name__, Point.x.__get__(p), namedtuple("W",
                                                             [f"f{i}" for i in range(300)])._make(range(300)).f299)
Point.__doc__ = "changed"
Point.x.__doc__ = "doc of x"
print(Point.__doc__, Point.x.__doc__, Point.__new__.__defaults__, Point.__new__.__name__, Point._make.__doc__,
      p._replace.__doc__)
