"""Syntax errors of expressions: message, line, columns, text, one line each (calls and numbers) (numbers)."""
from _expressions import show_texts

TEXTS = [
    "f((a)=1)", "f(a=b for b in c)", "a b", "a 1", "1 a", "1.2.3", "1__0", "1_", "0777", "0b12", "0o8", "0xg",
    "1e", "1e+", "0b", "0x", "1j2", "99a", "1_a", "'abc", "'''abc", "b'é'", "b'a' 'b'", "u'a' b'c'",
]
show_texts(TEXTS)
