"""ABC: abstract methods of all kinds, instantiation errors, late registration, caches,
update_abstractmethods, collections.abc mixins."""
import abc
import collections.abc as cabc


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


class A(abc.ABC):
    @abc.abstractmethod
    def m(self): return "base m"
    @property
    @abc.abstractmethod
    def p(self): ...
    @classmethod
    @abc.abstractmethod
    def c(cls): ...
    @staticmethod
    @abc.abstractmethod
    def s(): ...


class B(A):
    def m(self): return "B then " + super().m()
    p = 5


class C(B):
    c = s = None


attempt(A)
attempt(B)
print(sorted(A.__abstractmethods__), sorted(B.__abstractmethods__), C().m(), C().p)
C.extra = abc.abstractmethod(lambda self: 1)
print(abc.update_abstractmethods(C) is C, C.__abstractmethods__)
attempt(C)
class One(abc.ABC):
    @abc.abstractmethod
    def only(self): ...
attempt(One)
attempt(lambda: One.only(5))
attempt(lambda: object.__new__(One))
class Registered: pass
print(issubclass(Registered, A), A.register(Registered) is Registered, issubclass(Registered, A),
      isinstance(Registered(), A), Registered.__mro__)
attempt(lambda: A.register(5))
attempt(lambda: B.register(A))
attempt(lambda: issubclass(5, A))
class Hook(abc.ABC):
    @classmethod
    def __subclasshook__(cls, other): return True if "quack" in vars(other) else NotImplemented
class Duck: quack = 1
print(issubclass(Duck, Hook), isinstance(Duck(), Hook), issubclass(int, Hook), abc.get_cache_token() >= 0)
class Seq(cabc.Sequence):
    def __init__(self, *items): self.items = items
    def __len__(self): return len(self.items)
    def __getitem__(self, i): return self.items[i]
s = Seq("a", "b", "a")
print(list(reversed(s)), s.index("a", 1), s.count("a"), "b" in s, list(s))
attempt(lambda: s.index("z"))
class M(cabc.MutableMapping):
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
m = M()
m.update({"x": 1}, y=2)
print(m.pop("x"), m.setdefault("z", 3), list(m.items()), m.keys() & {"y"}, m == {"y": 2, "z": 3}, m.popitem(),
      m.get("q", 0), m.values(), "y" in m.keys())
attempt(lambda: m.pop("gone"))
class S(cabc.MutableSet):
    def __init__(self, items=()): self.s = list(dict.fromkeys(items))
    def __contains__(self, x): return x in self.s
    def __iter__(self): return iter(self.s)
    def __len__(self): return len(self.s)
    def add(self, x): x in self.s or self.s.append(x)
    def discard(self, x): x in self.s and self.s.remove(x)
a, b = S("abc"), S("bcd")
print(sorted(a | b), sorted(a & b), sorted(a - b), sorted(a ^ b), a <= b, S("b") < a, a.isdisjoint("xy"),
      a == {"a", "b", "c"}, {"z"} | a and 1)
a -= S("a")
a |= S("q")
print(sorted(a), a.pop() in "bcq")
for name in ("Hashable", "Iterable", "Callable", "Sized", "Container", "Awaitable", "Reversible", "Collection",
             "Buffer"):
    kind = getattr(cabc, name, None)
    print(name, [isinstance(v, kind) for v in ([], (), 1, "s", len, {1}, iter([]),
                                               {}.keys())] if kind else "absent")
attempt(lambda: cabc.Sequence())
attempt(lambda: cabc.Callable[[int]])
attempt(lambda: cabc.Hashable.__subclasshook__(list))
