"""Stars in every place the grammar knows: displays, calls, subscripts, returns, targets, for, and where it
refuses (calls)."""
from _star_expressions_matrix import a, b, c, d, e, s, show_wrong, x, y, z

print(a, b, c, d, e, x, s.attribute, y, z)
print(a, b)
wrong = [
    "def f(*): pass", "def f(*, **k): pass", "def f(a, *, *b): pass", "for *a in b: pass",
    "with x as *a: pass", "*a, += 1", "a[*b:c]", "a[b:*c]", "**a", "f(*a for a in b)", "f(a for a in b, c)",
    "class C(*a, **b): pass", "(*a, b := 1)", "{**a, *b}", "{*a, **b}", "{1, **b}", "{1: 2, *b}",
]
show_wrong(wrong)
for call in (lambda: (lambda *a: a)(*5), lambda: print(**{1: 2}), lambda: dict(**[1]), lambda: [*None],
             lambda: (lambda a: a)(**{"a": 1}, **{"a": 2}), lambda: dict(a=1, **{"a": 2}), lambda: {**[]},
             lambda: {*1}, lambda: max(*[], **{}), lambda: (lambda a, b: 0)(*"a", *"bc")):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
