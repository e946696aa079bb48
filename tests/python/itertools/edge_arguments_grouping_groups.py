"""itertools with edge arguments: zero, negative, huge, wrong types, exhausted and failing sources, reuse and
copying (grouping) (groups)."""
import copy
import itertools as it

from _edge_arguments import *

for text in (
    "[(k, list(g)) for k, g in groupby('aabAB', str.lower)]", "[list(g) for k, g in list(groupby('aab'))]",
    "islice('abcdef', 2)", "islice('abcdef', 2, 4)", "islice('abcdef', 1, None, 2)", "islice('abcdef', None)",
    "islice('abc', -1)", "islice('abc', 1, -1)", "islice('abc', 0, 2, 0)", "islice('abc', 'a')",
    "islice('abc', 1, 'b')", "islice('abc', 2**70)", "islice('abc')", "islice('abc', 1, 2, 3, 4)",
    "islice(Fails(), 2)", "islice(Fails(), 3)", "islice('abc', 5, 2)", "pairwise('abc')", "pairwise('a')",
    "pairwise(5)", "starmap(pow, [(2, 3), (3, 2)])", "starmap(pow, [5])",
):
    print(text, end=" -> ")
    attempt(lambda: eval(text, {**vars(it), "Fails": Fails}))
