"""itertools with edge arguments: zero, negative, huge, wrong types, exhausted and failing sources, reuse and
copying (grouping) (products)."""
import copy
import itertools as it

from _edge_arguments import *

for text in (
    "starmap(5, [(1,)])", "starmap(pow, [(1,)])", "starmap(len, ['ab', ['c']])", "tee('abc', 0)",
    "[list(t) for t in tee('abc', 3)]", "tee('a', -1)", "tee(5)", "tee('a', 'b')",
    "zip_longest('ab', [1], fillvalue='-')", "zip_longest()", "zip_longest('ab', foo=1)", "zip_longest(1)",
    "product('ab', [1, 2])", "product()", "product('ab', repeat=2)", "product('ab', repeat=0)",
    "product('ab', repeat=-1)", "product('ab', repeat='x')", "product([], 'ab')", "product('ab', foo=1)",
    "product(range(10**5), repeat=1)",
):
    print(text, end=" -> ")
    attempt(lambda: eval(text, {**vars(it), "Fails": Fails}))
