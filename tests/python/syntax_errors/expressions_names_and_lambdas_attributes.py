"""Syntax errors of expressions: message, line, columns, text, one line each (names and lambdas)
(attributes)."""
from _expressions import show_texts

TEXTS = [
    "\"a\nb\"", "'a\\", "f'{'", "f'{a", "rb'", "a.1", "a.", ".a", "a..b", "a.b.", "a[", "a[]", "a[1:2:3:4]",
    "a[*]", "a[b=1]", "a if b", "a if b else", "if a else b", "a else b", "lambda", "lambda:", "lambda a",
    "lambda a b: 1", "lambda a=1, b: 1", "lambda *: 1",
]
show_texts(TEXTS)
