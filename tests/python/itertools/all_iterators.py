# Every iterator of itertools: items, reduce and setstate, errors of construction.
from itertools import *


def show(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


def again(iterator):
    """The iterator as pickle would make it again."""
    recipe = iterator.__reduce__()
    made = recipe[0](*recipe[1])
    if len(recipe) > 2 and recipe[2] is not None:
        made.__setstate__(recipe[2])
    return made


def names(recipe):
    text = repr(recipe)
    out = []
    skip = text.split(" at 0x")
    for i, part in enumerate(skip):
        out.append(part if i == 0 else part[part.index(">"):])
    return "".join(out)


def resumed(iterator, taken):
    first = [next(iterator) for _ in range(taken)]
    print(names(iterator.__reduce__()))
    print(names(first), names(list(islice(again(iterator), 12))))


for taken in (0, 1, 2, 3):
    resumed(accumulate([1, 2, 3, 4]), taken)
    resumed(accumulate([2, 3, 4], lambda a, b: a * b, initial=10), taken)
    resumed(count(5), taken)
    resumed(count(2.5, -1), taken)
    resumed(repeat("x", 4), taken)
    resumed(islice("abcdefgh", 1, 7, 2), taken)
    resumed(combinations("abcd", 2), taken)
    resumed(combinations_with_replacement("abc", 2), taken)
    resumed(permutations("abc", 2), taken)
    resumed(product("ab", [1, 2]), taken)
    resumed(zip_longest("abc", "d", fillvalue="-"), taken)
    resumed(groupby([1, 1, 2, 3, 3]), taken)
for taken in (0, 1):
    resumed(chain("ab", "cd"), taken)
    resumed(takewhile(lambda x: x < 3, [1, 2, 3, 1]), taken) if taken < 1 else None
    resumed(compress("abcd", [1, 0, 1, 1]), taken) if taken < 1 else None

c = cycle("abc")
print([next(c) for _ in range(8)])
print(list(islice(cycle([]), 3)))
print(list(dropwhile(lambda x: x < 3, [1, 2, 3, 1])), list(takewhile(lambda x: x < 3, [1, 2, 3, 1])))
print(list(filterfalse(None, [0, 1, "", "a"])), list(filterfalse(lambda x: x % 2, range(6))))
print(list(filterfalse(bool, [0, 1])), list(starmap(pow, [(2, 3), [3, 2]])), list(compress("abcdef", [1, 0, 1, 0, 1])))
print(list(pairwise("abcd")), list(pairwise("a")), list(chain.from_iterable(["ab", "", "c"])))
print([(k, list(g)) for k, g in groupby("aaabbca", key=str.upper)])
groups = list(groupby("aabb"))
print([list(g) for k, g in groups])
print(list(product()), list(product("ab", repeat=0)), list(product("ab", repeat=2)), list(product("ab", "")))
print(list(permutations(range(3))), list(permutations("ab", 3)), list(permutations("ab", 0)))
print(list(combinations("ab", 3)), list(combinations("ab", 0)), list(combinations_with_replacement("", 1)))
print(list(combinations_with_replacement("", 0)), len(list(permutations(range(6), 4))), sum(1 for _ in product(range(5), repeat=4)))
print(list(zip_longest("ab", "cde", [])), list(zip_longest()))
print(count(), count(3, 2), count(step=3), count(10**30), repeat(1), repeat([], 2), count(1, True))
kept = list(combinations("abc", 2))
print(kept)
a, b, c = tee(iter(range(200)), 3)
print(sum(a), next(b), list(islice(c, 60))[-1], sum(b), sum(c))
t, = tee("abc", 1)
next(t)
u = t.__copy__()
print(list(t), list(u), tee([1], 0))
for bad in (
    lambda: takewhile(1), lambda: takewhile(1, 2, x=2), lambda: count("a"), lambda: repeat(), lambda: repeat(1, "a"),
    lambda: islice("a", -1), lambda: islice("a", -1, 2), lambda: islice("a", 1, 2, 0), lambda: islice("a"),
    lambda: islice("a", "b"), lambda: islice("a", "b", 3), lambda: islice("a", 0, 3, "b"), lambda: combinations("a", -1),
    lambda: permutations("a", -1), lambda: permutations("a", "b"), lambda: product("a", repeat=-1),
    lambda: product("a", x=1), lambda: product("a", repeat="a"), lambda: zip_longest("a", x=1), lambda: zip_longest(1),
    lambda: tee([1], -1), lambda: chain(x=1), lambda: chain.from_iterable(1), lambda: next(chain(1)),
    lambda: compress("a"), lambda: pairwise(1), lambda: next(starmap(pow, [1])), lambda: groupby(),
    lambda: cycle("ab").__setstate__(1), lambda: cycle("ab").__setstate__((1, 2)), lambda: repeat(1).__length_hint__(),
    lambda: product("ab").__setstate__(1), lambda: combinations("ab", 1).__setstate__((1, 2)),
    lambda: permutations("ab", 1).__setstate__((1, 2)), lambda: chain().__setstate__(1), lambda: chain().__setstate__((1,)),
    lambda: t.__setstate__(1), lambda: type(t)(), lambda: repeat(1, 3).__length_hint__(), lambda: accumulate(1),
    lambda: list(accumulate([1, "a"])), lambda: list(takewhile(lambda x: 1 / x, [1, 0])),
):
    show(bad)


class Sub(islice):
    pass


print(list(Sub("abc", 2)), Sub.__mro__[1])
