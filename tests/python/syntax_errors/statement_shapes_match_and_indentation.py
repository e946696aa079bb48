"""Syntax errors of statements: missing colons, blocks, names and keywords in the wrong place (match and
indentation)."""
from _statement_shapes import show_texts

TEXTS = [
    "a: b = ", "a, b: c", "@", "@a", "@a\n", "@a\nx = 1", "@a b\ndef f(): pass", "@\ndef f(): pass",
    "@a\nif b: pass", "match a:\n", "match a:\n pass", "match a:\n case", "match a:\n case 1",
    "match a:\n case 1:\n", "match a:\n case a, a: pass", "match a:\n case b: pass\n case c: pass",
    "match a:\n case _: pass\n case 1: pass", "match a:\n case 1 | b: pass", "match a:\n case b | 1: pass",
    "match a:\n case {**r, 'a': 1}: pass", "match a:\n case {**_}: pass",
    "match a:\n case {'a': 1, 'a': 2}: pass", "match a:\n case {b: 1}: pass",
    "match a:\n case [*a, *b]: pass", "match a:\n case A(x=1, 2): pass", "match a:\n case A(x=1, x=2): pass",
    "match a:\n case a.b(): pass\n case 1 + 2: pass", "match a:\n case 1 + 2j: pass",
    "match a:\n case -a: pass", "match a:\n case f'a': pass", "match a:\n case 1 as _: pass",
    "match a:\n case 1 as 2: pass", "match a:\n case a.b as c.d: pass",
    "match a:\n case (): pass\n case not 1: pass", "match:\n case 1: pass", "match a\n case 1: pass",
    "match a:\n case (1 as b) | 2: pass", "match a:\n case *a: pass", "case 1: pass", "a = 1\n  b = 2",
    "  a = 1", "if a:\n    b\n  c", "if a:\n\tb\n        c", "if a:\n        b\n\tc", "class A:\n\n\n",
    "def f():\n# c\nx", "if a:\n  b\n   c", "for a in b:\nc",
]
show_texts(TEXTS)
