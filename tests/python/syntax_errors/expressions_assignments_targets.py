"""Syntax errors of expressions: message, line, columns, text, one line each (assignments) (targets)."""
from _expressions import show_texts

TEXTS = [
    "a ? b", "`a`", "@a", "a @", "a ** ** b", "a // // b", "a := 1", "(a := )", "(:= 1)", "(a = 1)",
    "[a = 1]", "{a = 1}", "a = = b", "a = 1 = b", "1 = a", "a + b = c", "f() = 1", "a.b() = 1", "(a, 1) = b",
    "[a, f()] = b", "a if b else c = 1", "lambda: a = 1", "-a = 1", "not a = 1", "a < b = 1",
]
show_texts(TEXTS)
