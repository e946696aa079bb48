"""Syntax errors of statements: missing colons, blocks, names and keywords in the wrong place (branches and
loops) (if and while)."""
from _statement_shapes import show_texts

TEXTS = [
    "if a", "if a:", "if a:\n", "if:\n pass", "if a: pass\nelse", "if a: pass\nelse:", "elif a: pass",
    "else: pass", "if a: pass\nelse: pass\nelif b: pass", "if a = 1: pass", "if a.b = 1: pass",
    "if a: if b: pass", "if a:\npass", "while", "while a", "while a = 1: pass", "while a:\n", "while: pass",
    "for", "for a", "for a in", "for a in b", "for a b: pass", "for a in b\n pass", "for 1 in a: pass",
    "for f() in a: pass",
]
show_texts(TEXTS)
