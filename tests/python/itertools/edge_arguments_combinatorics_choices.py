"""itertools with edge arguments: zero, negative, huge, wrong types, exhausted and failing sources, reuse and
copying (combinatorics) (choices)."""
import copy
import itertools as it

from _edge_arguments import *

for text in (
    "product('ab', repeat=2**62)", "permutations('abc', 2)", "permutations('abc', 0)",
    "permutations('abc', 4)", "permutations('abc', -1)", "permutations('abc', None)",
    "permutations('ab', 1.5)", "permutations(5)", "permutations()", "combinations('abcd', 2)",
    "combinations('ab', 3)", "combinations('ab', -1)", "combinations('ab')", "combinations('ab', 0)",
    "combinations_with_replacement('ab', 3)", "combinations_with_replacement('', 2)",
    "combinations_with_replacement('', 0)", "combinations_with_replacement('ab', -1)",
    "accumulate([1, 2, 3])", "accumulate([])", "accumulate([1, 2], initial=10)", "accumulate([3, 1, 2], max)",
):
    print(text, end=" -> ")
    attempt(lambda: eval(text, {**vars(it), "Fails": Fails}))
