"""Syntax errors of expressions: message, line, columns, text, one line each (assignments) (augmented)."""
from _expressions import show_texts

TEXTS = [
    "a and b = 1", "None = 1", "True = 1", "... = 1", "'a' = 1", "f'{a}' = 1", "{} = 1", "{a} = 1",
    "{a: b} = 1", "(a for a in b) = 1", "[a for a in b] = 1", "(yield) = 1", "__debug__ = 1", "(a) += 1",
    "(a, b) += 1", "[a] += 1", "f() += 1", "1 += 1", "None += 1", "a = b += 1", "a += b = 1", "a += ", "a =",
    "= a",
]
show_texts(TEXTS)
