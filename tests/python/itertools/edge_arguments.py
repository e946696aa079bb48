"""itertools with edge arguments: zero, negative, huge, wrong types, exhausted and failing sources, reuse and
copying."""
import copy
import itertools as it


def attempt(function):
    try:
        value = function()
        print(list(it.islice(value, 12)) if hasattr(value, "__next__") else value)
    except Exception as error:
        print(type(error).__name__, error)


class Fails:
    def __iter__(self):
        yield 1
        yield 2
        raise OSError("source")


for text in ("count()", "count(5, -2)", "count(1.5, .5)", "count('a')", "count(1, 'a')", "count(2**63 - 2)",
             "count(0, 0)", "count(1, 2, 3)", "count(start=3, step=4)", "count(1j)", "count(step=2)",
             "cycle('')", "cycle('ab')", "cycle(5)", "cycle()", "repeat(1, 3)", "repeat(1, -3)",
             "repeat(1, 'a')", "repeat()", "repeat('x', times=2)", "repeat(1, 2, 3)",
             "repeat(1, 1.5)", "chain()", "chain('ab', [1])", "chain(1)", "chain('a', 5)",
             "chain.from_iterable(['ab', 'c'])", "chain.from_iterable([1])", "chain.from_iterable(1)",
             "compress('abcdef', [1, 0, 1])", "compress('ab', 5)", "compress()", "dropwhile(5, [1])",
             "dropwhile(lambda x: x < 3, [1, 5, 2])", "dropwhile(None, [0, 1])",
             "takewhile(lambda x: x < 3, [1, 2, 5, 1])",
             "takewhile(lambda x: 1 / x, [1, 0])", "filterfalse(None, [0, 1, '', 'a'])", "filterfalse(5, [1])",
             "groupby('aabbc')", "groupby([1, 1, 2], key=5)", "groupby()", "groupby(5)",
             "[(k, list(g)) for k, g in groupby('aabAB', str.lower)]",
             "[list(g) for k, g in list(groupby('aab'))]", "islice('abcdef', 2)", "islice('abcdef', 2, 4)",
             "islice('abcdef', 1, None, 2)", "islice('abcdef', None)",
             "islice('abc', -1)", "islice('abc', 1, -1)", "islice('abc', 0, 2, 0)", "islice('abc', 'a')",
             "islice('abc', 1, 'b')", "islice('abc', 2**70)", "islice('abc')", "islice('abc', 1, 2, 3, 4)",
             "islice(Fails(), 2)", "islice(Fails(), 3)", "islice('abc', 5, 2)", "pairwise('abc')",
             "pairwise('a')", "pairwise(5)", "starmap(pow, [(2, 3), (3, 2)])", "starmap(pow, [5])",
             "starmap(5, [(1,)])", "starmap(pow, [(1,)])", "starmap(len, ['ab', ['c']])",
             "tee('abc', 0)", "[list(t) for t in tee('abc', 3)]", "tee('a', -1)", "tee(5)", "tee('a', 'b')",
             "zip_longest('ab', [1], fillvalue='-')", "zip_longest()", "zip_longest('ab', foo=1)",
             "zip_longest(1)", "product('ab', [1, 2])", "product()", "product('ab', repeat=2)",
             "product('ab', repeat=0)", "product('ab', repeat=-1)", "product('ab', repeat='x')",
             "product([], 'ab')", "product('ab', foo=1)", "product(range(10**5), repeat=1)",
             "product('ab', repeat=2**62)",
             "permutations('abc', 2)", "permutations('abc', 0)", "permutations('abc', 4)",
             "permutations('abc', -1)", "permutations('abc', None)", "permutations('ab', 1.5)",
             "permutations(5)", "permutations()", "combinations('abcd', 2)", "combinations('ab', 3)",
             "combinations('ab', -1)", "combinations('ab')", "combinations('ab', 0)",
             "combinations_with_replacement('ab', 3)", "combinations_with_replacement('', 2)",
             "combinations_with_replacement('', 0)",
             "combinations_with_replacement('ab', -1)", "accumulate([1, 2, 3])", "accumulate([])",
             "accumulate([1, 2], initial=10)", "accumulate([3, 1, 2], max)", "accumulate([1], 5)",
             "accumulate([1, 2], 5)", "accumulate(['a', 1])", "accumulate(5)",
             "accumulate([1, 2, 3], lambda a, b: a * b, initial=None)", "accumulate([1], None)",
             "accumulate(Fails())", "count() is None", "repr(count(3))", "repr(count(1, 2))",
             "repr(count(1.5))", "repr(repeat(1))", "repr(repeat(1, 2))",
             "repeat(1, 5).__length_hint__()", "repeat(1).__length_hint__()", "count.__name__", "chain['x']",
             "chain[int]", "type(groupby('a')).__name__", "next(groupby('')) if 0 else 1",
             "chain.__reduce__(chain('a'))[0].__name__"):
    print(text, end=" -> ")
    attempt(lambda: eval(text, {**vars(it), "Fails": Fails}))
c = it.count(5)
next(c)
print(copy.copy(c), next(c), c.__reduce__())
a, b = it.tee(iter("abcdef"))
next(a), next(a)
e = copy.copy(a)
print(list(a), list(b), list(e), type(a).__name__)
g = it.groupby("aabb")
k1, g1 = next(g)
k2, g2 = next(g)
print(k1, list(g1), k2, list(g2))
cyc = it.cycle(iter("ab"))
print([next(cyc) for _ in range(5)])
z = it.zip_longest(Fails(), "abcdef")
attempt(lambda: list(z))
def reenter():
    yield from it.islice(me, 1)
me = it.chain(reenter())
attempt(lambda: next(me))
t1, t2 = it.tee(x for x in (next(t1_box[0]) for _ in range(1))) if False else it.tee("ab")
print(list(t1), list(t2))
for kind in ("count", "cycle", "repeat", "chain", "islice", "tee"):
    attempt(lambda: setattr(getattr(it, kind)("a") if kind not in ("count", "islice", "tee") else it.count(),
                            "x", 1))
