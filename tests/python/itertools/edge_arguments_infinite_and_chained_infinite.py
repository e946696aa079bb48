"""itertools with edge arguments: zero, negative, huge, wrong types, exhausted and failing sources, reuse and
copying (infinite and chained) (infinite)."""
import copy
import itertools as it

from _edge_arguments import *

for text in (
    "count()", "count(5, -2)", "count(1.5, .5)", "count('a')", "count(1, 'a')", "count(2**63 - 2)",
    "count(0, 0)", "count(1, 2, 3)", "count(start=3, step=4)", "count(1j)", "count(step=2)", "cycle('')",
    "cycle('ab')", "cycle(5)", "cycle()", "repeat(1, 3)", "repeat(1, -3)", "repeat(1, 'a')", "repeat()",
    "repeat('x', times=2)", "repeat(1, 2, 3)", "repeat(1, 1.5)",
):
    print(text, end=" -> ")
    attempt(lambda: eval(text, {**vars(it), "Fails": Fails}))
