"""Syntax errors of statements: missing colons, blocks, names and keywords in the wrong place (branches and
loops) (for and try)."""
from _statement_shapes import show_texts

TEXTS = [
    "for a, b+1 in c: pass", "for a in b: pass\nelse", "for a of b: pass", "for a = 1 in b: pass", "try",
    "try:", "try: pass", "try:\n pass\nx = 1", "try: pass\nexcept", "try: pass\nexcept:",
    "try: pass\nexcept a, b: pass", "try: pass\nexcept a as 1: pass", "try: pass\nexcept a as b.c: pass",
    "try: pass\nexcept: pass\nexcept a: pass", "try: pass\nelse: pass", "try: pass\nfinally",
    "try: pass\nfinally:\nx", "except: pass", "finally: pass", "try: pass\nexcept a: pass\nexcept* b: pass",
    "try: pass\nexcept*: pass", "with", "with a", "with a as: pass", "with a as 1: pass",
]
show_texts(TEXTS)
