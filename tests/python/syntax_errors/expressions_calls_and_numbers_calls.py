"""Syntax errors of expressions: message, line, columns, text, one line each (calls and numbers) (calls)."""
from _expressions import show_texts

TEXTS = [
    "1 +", "+", "(1", "1)", "[1, 2", "{1: 2", "{1:", "{1: 2, 3}", "{1, 2: 3}", "{1: *a}", "{**a: 1}", "f(",
    "f(,)", "f(a,,b)", "f(a b)", "f(a for a in b, c)", "f(c, a for a in b)", "f(a=1, a=2)", "f(a=1, b)",
    "f(**a, *b)", "f(1=2)", "f(a.b=1)", "f(None=1)", "f(a, b=)", "f(True=1)",
]
show_texts(TEXTS)
