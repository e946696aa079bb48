"""Unpacking: too many, too few, not iterable, iterators that fail, nested and starred targets, and what was
stored before the failure (targets)."""
from _unpacking_errors import *

for text in (
    "(t.a, t.b), t.c = (1, 2), 3", "t.a, (t.b, t.c) = 1, 2", "*t.rest, t.last = 'abc'", "t[0], *t[1] = 'ab'",
    "() = ()", "() = [1]", "[] = 'a'", "() = 5", "() = []", "a, = 'x'", "a, = ''", "a, = 'xy'",
    "a = *b, = 'xy'", "a, a = 1, 2", "*_, a = range(5)", "a, b = b, a", "a, b = 1j", "a, b = b'xy'",
    "a, b = 2 ** 70", "a, b, c, d = 'ab', *'cd'", "a, (b, *c), *d = 1, 'xyz', 2, 3",
    "for a, b in [(1, 2), 3]: print(a, b)", "for a, b in 'abc': pass",
    "for a, *b in ['xyz', '']: print(a, b)", "[a for a, b in [(1,)]]", "{a: b for a, b in ['xy', 'z']}",
    "with t as (a, b): pass", "lambda: (yield)", "a, b = map(int, '1x')", "a, b = (1 / i for i in (1, 0))",
    "a, b = type", "a, b = ..., ", "import sys as (a, b)",
):
    a = b = c = d = "unset"
    names = {"a": 0, "b": 9, "t": t, "Endless": Endless, "FailsLate": FailsLate, "LyingLength": LyingLength}
    try:
        exec(text, names)
        print(text, "->", [names.get(n) for n in "abcd"])
    except Exception as error:
        print(text, "->", type(error).__name__, error, [names.get(n) for n in "ab"])


def many():
    exec(", ".join(f"v{i}" for i in range(300)) + " = range(300)", globals())
    exec(", ".join(f"w{i}" for i in range(200)) + ", *middle, last = range(300)", globals())
    return v0, v299, w199, len(middle), last


print(many())
try:
    exec("*" + ", ".join(f"v{i}" for i in range(5)) + " = 1, 2")
except ValueError as error:
    print(error)
try:
    exec(", ".join(f"v{i}" for i in range(255)) + ", *rest = range(255)")
except ValueError as error:
    print(error)
