"""Syntax errors of statements: missing colons, blocks, names and keywords in the wrong place (try and with)."""
from _statement_shapes import show_texts

TEXTS = [
    "with a as f(): pass", "with a, : pass", "with (a, b as 1): pass", "with (a as b, c as d: pass",
    "with a as b, : pass", "with a:\n", "def", "def f", "def f(", "def f()", "def f():", "def f(): ",
    "def f()\n pass", "def f:", "def 1(): pass", "def f(1): pass", "def f(a, a): pass", "def f(a=1, b): pass",
    "def f(*): pass", "def f(*, **k): pass", "def f(**k, a): pass", "def f(**k, *a): pass",
    "def f(*a, *b): pass", "def f(/): pass", "def f(a, /, /): pass", "def f(*, /): pass",
    "def f(a, *b, /): pass", "def f(*a=1): pass", "def f(**k=1): pass", "def f((a)): pass",
    "def f((a, b)): pass", "def f(a:): pass", "def f(a=): pass", "def f() ->: pass", "def f() -> a",
    "def f(a, b:1 c): pass", "def None(): pass", "def f(None): pass", "def f(*None): pass",
    "def f(__debug__): pass", "def f(*, a, *b): pass", "def f(a,, b): pass", "def f(,): pass",
    "def f(a b): pass", "class", "class A", "class A:", "class A(", "class A()", "class A(: pass",
    "class 1: pass",
]
show_texts(TEXTS)
