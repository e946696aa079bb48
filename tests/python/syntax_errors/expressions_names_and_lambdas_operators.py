"""Syntax errors of expressions: message, line, columns, text, one line each (names and lambdas) (operators)."""
from _expressions import show_texts

TEXTS = [
    "lambda *a, *b: 1", "lambda **a, b: 1", "lambda a, a: 1", "lambda (a, b): 1", "lambda 1: 2", "not",
    "a not b", "a not", "a is", "a in", "a <> b", "a === b", "a =< b", "a => b", "a && b", "a || b", "!a",
    "a!", "a ! b", "a++", "++", "a--", "a ? b : c", "a $ b",
]
show_texts(TEXTS)
