"""itertools with edge arguments: zero, negative, huge, wrong types, exhausted and failing sources, reuse and
copying (infinite and chained) (selecting)."""
import copy
import itertools as it

from _edge_arguments import *

for text in (
    "chain()", "chain('ab', [1])", "chain(1)", "chain('a', 5)", "chain.from_iterable(['ab', 'c'])",
    "chain.from_iterable([1])", "chain.from_iterable(1)", "compress('abcdef', [1, 0, 1])",
    "compress('ab', 5)", "compress()", "dropwhile(5, [1])", "dropwhile(lambda x: x < 3, [1, 5, 2])",
    "dropwhile(None, [0, 1])", "takewhile(lambda x: x < 3, [1, 2, 5, 1])",
    "takewhile(lambda x: 1 / x, [1, 0])", "filterfalse(None, [0, 1, '', 'a'])", "filterfalse(5, [1])",
    "groupby('aabbc')", "groupby([1, 1, 2], key=5)", "groupby()", "groupby(5)",
):
    print(text, end=" -> ")
    attempt(lambda: eval(text, {**vars(it), "Fails": Fails}))
