"""Syntax errors of statements: missing colons, blocks, names and keywords in the wrong place (imports and
jumps) (imports)."""
from _statement_shapes import show_texts

TEXTS = [
    "from __future__ import nope", "from __future__ import braces", "from __future__ import *",
    "x = 1\nfrom __future__ import annotations", "from __future__ import barry_as_FLUFL\n1 != 2",
    "import a from b", "from a import b from c", "global", "global 1", "global a,", "global a.b",
    "global a = 1", "nonlocal a", "x = 1\nglobal x", "def f():\n x\n global x", "def f(x): global x",
    "def f():\n nonlocal x", "def f():\n global x\n nonlocal x", "def f(x):\n nonlocal x", "del", "del 1",
    "del f()", "del a + b", "del (a, b())", "del a,, b", "del *a",
]
show_texts(TEXTS)
