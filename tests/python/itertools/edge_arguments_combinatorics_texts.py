"""itertools with edge arguments: zero, negative, huge, wrong types, exhausted and failing sources, reuse and
copying (combinatorics) (texts)."""
import copy
import itertools as it

from _edge_arguments import *

for text in (
    "accumulate([1], 5)", "accumulate([1, 2], 5)", "accumulate(['a', 1])", "accumulate(5)",
    "accumulate([1, 2, 3], lambda a, b: a * b, initial=None)", "accumulate([1], None)", "accumulate(Fails())",
    "count() is None", "repr(count(3))", "repr(count(1, 2))", "repr(count(1.5))", "repr(repeat(1))",
    "repr(repeat(1, 2))", "repeat(1, 5).__length_hint__()", "repeat(1).__length_hint__()", "count.__name__",
    "chain['x']", "chain[int]", "type(groupby('a')).__name__", "next(groupby('')) if 0 else 1",
    "chain.__reduce__(chain('a'))[0].__name__",
):
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
