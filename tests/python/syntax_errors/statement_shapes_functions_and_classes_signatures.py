"""Syntax errors of statements: missing colons, blocks, names and keywords in the wrong place (functions and
classes) (signatures)."""
from _statement_shapes import show_texts

TEXTS = [
    "class A(b c): pass", "class A\n pass", "class None: pass", "class A(x for x in y): pass", "return",
    "x = return", "yield", "class A: return", "class A: yield", "await a", "async", "async a", "async def",
    "async for a in b: pass", "async with a: pass", "async if a: pass", "def f():\n await a",
    "async def f():\n yield from a", "break", "continue", "if a: break", "for a in b:\n def f(): break",
    "for a in b: pass\nelse: break", "while a: pass\nelse: continue", "def f(): continue", "class A: break",
]
show_texts(TEXTS)
