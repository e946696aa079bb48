"""Small functions put together: itertools makes the streams, functools the functions, operator the atoms."""
from functools import cache, cached_property, lru_cache, partial, reduce, singledispatch, total_ordering
from itertools import (accumulate, chain, combinations, count, cycle, groupby, islice, pairwise, permutations,
                       product, starmap, takewhile, tee, zip_longest)
from operator import attrgetter, itemgetter, methodcaller, mul

# Streams without end, cut where they are used: nothing is computed that nobody asks for.
print(list(islice(count(10, 5), 4)), "".join(islice(cycle("ab"), 5)))
print(list(takewhile(lambda n: n < 30, accumulate(count(1)))))
print(list(accumulate([1, 2, 3, 4], mul)), reduce(mul, [1, 2, 3, 4]))

# Ways to choose and to combine.
print(list(combinations("abc", 2)), len(list(permutations(range(4)))))
print([f"{rank}{suit}" for suit, rank in product("SH", "AK")])
print(list(pairwise([1, 4, 9, 16])), list(zip_longest("ab", "x", fillvalue="-")))
print(list(starmap(pow, [(2, 3), (3, 2)])), list(chain.from_iterable([[1], [2, 3]])))

# groupby joins neighbours only, so the data is sorted by the same key first.
people = [("Ada", 36), ("Alan", 41), ("Grace", 36)]
age = itemgetter(1)
for years, group in groupby(sorted(people, key=age), key=age):
    print(years, [name for name, _ in group])

# One iterator read twice.
left, right = tee(map(str.upper, "abc"))
print(list(left), list(right))

# Functions made from functions.
power_of_two = partial(pow, 2)
print(list(map(power_of_two, range(6))), power_of_two.func.__name__, power_of_two.args)
print(sorted(["bb", "A", "ccc"], key=methodcaller("lower")), attrgetter("real", "imag")(3 + 4j))


def compose(*functions):
    return reduce(lambda f, g: lambda x: f(g(x)), functions)


print(compose(str, abs, int)("-42"), list(map(compose(len, str), (7, 77, 777))))


@cache
def ways(n):
    """Ways to climb n steps, one or two at a time: exponential without the cache."""
    return 1 if n < 2 else ways(n - 1) + ways(n - 2)


print(ways(80), ways.cache_info())


@lru_cache(maxsize=2)
def slow(n):
    print("  computing", n)
    return n * n


print([slow(n) for n in (1, 2, 1, 3, 2)], slow.cache_info().hits)   # 2 was dropped when 3 came


@singledispatch
def show(value):
    return f"something: {value!r}"


@show.register
def _(value: int):
    return f"int {value}"


@show.register(list)
def _(value):
    return f"list of {', '.join(map(show, value))}"


print(show([1, "x", [2]]), show.dispatch(bool) is show.dispatch(int))


@total_ordering
class Version:
    def __init__(self, text):
        self.text = text

    @cached_property
    def parts(self):
        print("  parsing", self.text)
        return tuple(map(int, self.text.split(".")))

    def __eq__(self, other):
        return self.parts == other.parts

    def __lt__(self, other):
        return self.parts < other.parts


old, new = Version("3.9"), Version("3.11")
print(old < new, old >= new, max(old, new).text, sorted(vars(old)))
