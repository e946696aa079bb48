"""partial, reduce, lru_cache, singledispatch, total_ordering, cached_property, wraps."""
import functools

add = functools.partial(lambda *a, **k: (a, k), 1, x=2)
print(add(3, y=4), add.args, add.keywords, functools.partial(add, 9)(x=0), add.func(5))
print(functools.reduce(lambda a, b: a * b, range(1, 6)), functools.reduce(max, [3], 9), functools.reduce(str.__add__, "abc", ">"))


@functools.lru_cache(maxsize=2, typed=True)
def slow(n):
    print("  computing", repr(n))
    return n * 2


print(slow(1), slow(1), slow(1.0), slow(2), slow(1), slow.cache_info(), slow.cache_parameters(), slow.__wrapped__(7))
slow.cache_clear()
print(slow.cache_info())


@functools.singledispatch
def show(value):
    return f"object {value!r}"


@show.register
def _(value: int):
    return f"int {value}"


@show.register(list)
@show.register(tuple)
def _(value):
    return f"sequence of {len(value)}"


print(show("a"), show(5), show(True), show([1]), show((1, 2)), show.dispatch(bool) is show.dispatch(int), len(show.registry))


@functools.total_ordering
class Version:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __lt__(self, other):
        return self.n < other.n

    @functools.cached_property
    def heavy(self):
        print("  once")
        return self.n * 100

    @functools.singledispatchmethod
    def take(self, value):
        return "other"

    @take.register
    def _(self, value: str):
        return "text"


a, b = Version(1), Version(2)
print(a <= b, a >= b, a > b, a.heavy, a.heavy, a.__dict__, a.take("x"), a.take(1))
for call in (lambda: functools.reduce(max, []), lambda: functools.partial(5), lambda: slow([]), lambda: functools.lru_cache(1)(5), lambda: show(),
             lambda: functools.total_ordering(type("T", (), {})), lambda: functools.partial(), lambda: functools.cmp_to_key()):
    try:
        print(call())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
