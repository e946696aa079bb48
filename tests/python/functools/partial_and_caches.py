"""partial objects, lru_cache with limits and types, cached_property, reduce, wraps, singledispatch,
total_ordering."""
import functools
import pickle


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


p = functools.partial(print, "a", sep="-")
p("b"), p("b", sep="+", end="!\n")
q = functools.partial(p, "c", end=".\n")
q("d")
print(q.args, q.keywords, q.func is print, functools.partial(int, base=2)("101"),
      functools.partial(functools.partial(max), 5)(3))
p.attribute = 1
print(p.__dict__, p.keywords, repr(functools.partial(int, "7", base=8)), repr(q).replace(repr(print), "P"))
for action in (lambda: functools.partial(), lambda: functools.partial(5),
               lambda: functools.partial(int, base=2)(), lambda: functools.partial(func=1),
               lambda: setattr(p, "args", ()), lambda: functools.partial(dict, self=1)(func=2),
               lambda: pickle.loads(pickle.dumps(functools.partial(int, base=2)))("11"),
               lambda: functools.partial(int).__setstate__(5),
               lambda: functools.partial(int).__setstate__((int, (), {}, None)),
               lambda: functools.partial(len)("abc")):
    attempt(action)
class K:
    def method(self, *args, **kw): return args, kw
    bound = functools.partialmethod(method, 1, k=2)
    static = functools.partialmethod(staticmethod(lambda *a: a), "s")
    clsm = functools.partialmethod(classmethod(lambda cls, *a: (cls.__name__, a)), "c")
    plain = functools.partial(lambda *a: len(a))
k = K()
print(k.bound(3), k.static(4), k.clsm(5), K.clsm(), k.plain(1))
calls = []
@functools.lru_cache(maxsize=2)
def cached(x, y=0): calls.append(x); return x * 10
print([cached(n) for n in (1, 2, 1, 3, 2, 1)], calls, cached.cache_info(), cached.cache_parameters(),
      cached.__wrapped__(9))
cached.cache_clear()
print(cached(1), cached(1.0), cached(True), cached(x=1), cached(1, y=0), cached(1, 0), cached.cache_info())
@functools.lru_cache(maxsize=None, typed=True)
def typed(x): return type(x).__name__
print(typed(1), typed(1.0), typed(True), typed("1"), typed.cache_info())
@functools.lru_cache(0)
def never(x): return x
print(never(1), never(1), never.cache_info())
@functools.cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(100), fib.cache_info().hits)
@functools.lru_cache
def fails(x): raise ValueError(x)
for action in (lambda: cached([]), lambda: fails(1), lambda: fails(1), lambda: fails.cache_info(),
               lambda: functools.lru_cache(maxsize="x"), lambda: functools.lru_cache(5, 6, 7),
               lambda: functools.lru_cache(maxsize=-5)(len).cache_parameters(),
               lambda: functools.lru_cache(1.5)(len)):
    attempt(action)
class C:
    @functools.cached_property
    def value(self): print("computed", end=" "); return 5
    other = functools.cached_property(lambda self: 6)
c = C()
print(c.value, c.value, c.__dict__, C.value.attrname, c.other)
del c.value
c.value
class Slots:
    __slots__ = ()
    x = functools.cached_property(lambda s: 1)
attempt(lambda: Slots().x)
attempt(lambda: functools.cached_property(lambda s: 1).__get__(c))
attempt(lambda: type("T", (), {"a": (cp := functools.cached_property(len)), "b": cp}))
for args in ((lambda a, b: a + b, [1, 2, 3]), (lambda a, b: a + b, [], 5), (lambda a, b: a + b, []),
             (max, "bac"), (5, [1, 2]), (5, [1]), (max, 5), (max,), (divmod, [7], 2)):
    attempt(lambda: functools.reduce(*args))
def original(a: int) -> str: "doc"
original.extra = 1
@functools.wraps(original)
def wrapper(*args): pass
print(wrapper.__name__, wrapper.__doc__, wrapper.__annotations__, wrapper.extra,
      wrapper.__wrapped__ is original, functools.wraps(5)(lambda: 0).__name__)
@functools.singledispatch
def kind(x): return "object"
@kind.register
def _(x: int): return "int"
@kind.register(list)
@kind.register(tuple)
def _(x): return "sequence"
@kind.register
def _(x: float | str): return "float or str"
print([kind(v) for v in (1, True, [], (), 1.5, "s", None, {})], kind.dispatch(bool).__name__,
      sorted(t.__name__ for t in kind.registry))
attempt(lambda: kind())
attempt(lambda: kind.register(5, len))
attempt(lambda: kind.register(lambda x: 1))
@functools.total_ordering
class T:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n
    def __lt__(self, o): return NotImplemented if not isinstance(o, T) else self.n < o.n
print(T(1) <= T(1), T(2) > T(1), T(1) >= T(2))
attempt(lambda: T(1) >= 5)
attempt(lambda: functools.total_ordering(type("E", (), {})))
