"""Unpacking: too many, too few, not iterable, iterators that fail, nested and starred targets, and what was
stored before the failure (counts)."""
from _unpacking_errors import *

for text in (
    "a, b = 1", "a, b = None", "a, b = print", "a, b = ()", "a, b = 'x'", "a, b = 'xyz'", "a, b = [1]",
    "a, b = [1, 2, 3]", "a, b, c = (1, 2)", "a, b = {1: 2}", "a, b = {}", "a, b = iter([1])",
    "a, b = iter('abc')", "a, b = Endless()", "a, b = FailsLate()", "a, b, c = FailsLate()", "a, *b = ()",
    "a, b, *c = [1]", "*a, b, c = 'x'", "a, *b, c = 'xy'", "*a, b = FailsLate()", "a, *b = 5", "a, *b = {}",
    "(a, b), c = 1, 2", "(a, b), c = (1, 2, 3), 4", "(a, *b), c = 'xyz', 4", "[a, [b, [c]]] = 1, (2, (3, 4))",
    "a, b = LyingLength()", "a, b, c = LyingLength()", "t.x, t.y = 1", "t.x, t.y = 1, 2",
    "t.x, t.y = 1, 2, 3", "t[0], t['fail'], t[2] = 1, 2, 3",
):
    a = b = c = d = "unset"
    names = {"a": 0, "b": 9, "t": t, "Endless": Endless, "FailsLate": FailsLate, "LyingLength": LyingLength}
    try:
        exec(text, names)
        print(text, "->", [names.get(n) for n in "abcd"])
    except Exception as error:
        print(text, "->", type(error).__name__, error, [names.get(n) for n in "ab"])
