"""Syntax errors of statements: missing colons, blocks, names and keywords in the wrong place (imports and
jumps) (scopes)."""
from _statement_shapes import show_texts

TEXTS = [
    "del None", "del a as b", "assert", "assert a,", "assert a b", "assert (a, b), c, d", "assert a = 1",
    "raise a,", "raise a from", "raise from a", "raise a b", "raise a, b", "pass a", "pass 1", "pass;;", ";",
    "a;; b", "a; ; b", ":", "a: ", "a: 1 2", "a b: c", "(a): ", "1: a", "f(): a",
]
show_texts(TEXTS)
