# _functools: reduce, partial, cmp_to_key, the lru_cache wrapper.
from _functools import _lru_cache_wrapper, cmp_to_key, partial, reduce


def show(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


p = partial(int, base=2)
K = cmp_to_key(lambda a, b: a - b)
for case in (
    lambda: reduce(1), lambda: reduce(1, 2), lambda: reduce(1, []), lambda: reduce(1, [], 3), lambda: reduce(1, [1, 2]),
    lambda: reduce(lambda a, b: a + b, "abc"), lambda: reduce(lambda a, b: a + b, "abc", "x"), lambda: partial(),
    lambda: partial(1), lambda: partial(f=1), lambda: p, lambda: p("101"), lambda: p("17", base=8), lambda: p.__reduce__(),
    lambda: p.__setstate__(1), lambda: (p.func, p.args, p.keywords), lambda: partial(p, "11"), lambda: partial(partial(max, 1), 2)(3, key=abs),
    lambda: K(), lambda: K(1, 2), lambda: K(1) < K(2), lambda: K(1) < 2, lambda: hash(K(1)), lambda: K < K,
    lambda: type(K)(), lambda: cmp_to_key(), lambda: K.obj, lambda: K(3).obj, lambda: K(obj=3).obj,
    lambda: sorted([3, 1, 2], key=K), lambda: vars(p),
):
    show(case)
p.x = 1
print(p.__reduce__(), p.x)
q = partial(print)
q.__setstate__((print, ("a", q), {"sep": "-"}, None))
print(q)

calls = []


def f(*args, **kwargs):
    calls.append((args, kwargs))
    return len(calls)


Info = tuple
for limit in (None, 0, 1, 2, -5):
    calls.clear()
    g = _lru_cache_wrapper(f, limit, False, lambda *a: a)
    print(limit, [g(1), g(1.0), g("a"), g(1), g(2), g(1, x=2), g(x=2), g(1, x=2), g(True), g("a")], g.cache_info())
    g.cache_clear()
    print(g.cache_info(), g(1))
t = _lru_cache_wrapper(f, None, True, lambda *a: a)
print(t(1), t(1.0), t(True), t(1), t(x=1), t(x=1.0), t.cache_info())
for case in (
    lambda: _lru_cache_wrapper(), lambda: _lru_cache_wrapper(1, 2, 3, 4), lambda: _lru_cache_wrapper(len, "a", False, tuple),
    lambda: t([]), lambda: t.__qualname__, lambda: t.__dict__, lambda: t.__copy__() is t, lambda: t.__deepcopy__({}) is t,
):
    show(case)


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


fib = _lru_cache_wrapper(fib, 3, False, lambda *a: a)
print(fib(60), fib.cache_info())


class C:
    m = _lru_cache_wrapper(lambda self, x: (type(self).__name__, x), None, False, tuple)


print(C().m(3), type(C().m).__name__)
