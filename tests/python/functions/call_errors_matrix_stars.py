"""Argument errors: every combination of missing, extra, repeated and unknown arguments, and the wording for
one, two and many (stars)."""
import functools

from _call_errors_matrix import *

for text in (
    "f2(**{'a': 1}, **{'a': 2})", "f2(*5)", "f2(**5)", "f2(*[1], *None)", "f2(**{1: 2})",
    "f2(1, **{'a b': 1})", "K().method(*'ab', **{'x': 1})", "f2(*iter([1, 2]), b=1)",
    "everything(1, d=2, **{'a': 1, 'b': 2})", "f1(a=1, **{'a': 2})", "(lambda: 0)(1)", "(lambda *, a: 0)()",
    "len()", "len(1, 2)", "len(x=1)", "print(foo=1)", "int(1, 2, 3)", "int(y=1)", "'a'.upper(1)",
    "[].append()", "[].append(1, 2)", "[].append(x=1)", "sorted()", "sorted([], 1)", "dict(1, 2)",
    "isinstance(1)", "getattr(1)", "getattr(1, 'a', 2, 3)", "object(1)", "type(1, 2)", "super(1, 2, 3)",
    "max()", "max(1)", "max(1, 2, foo=3)", "max([], key=1, default=2, x=3)", "sum()", "sum(1)", "sum('ab')",
    "sum(['a'], 'b')", "pow()", "round()", "range()", "enumerate()", "enumerate([], 0, 1)", "enumerate(x=1)",
    "zip(1)", "zip(strict=1)", "zip([], foo=1)", "map()",
):
    try:
        print(text, "->", eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)
