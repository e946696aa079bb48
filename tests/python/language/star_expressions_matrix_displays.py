"""Stars in every place the grammar knows: displays, calls, subscripts, returns, targets, for, and where it
refuses (displays)."""
from _star_expressions_matrix import a, b, c, d, e, s, show_wrong, x, y, z

print(a, b, c, d, e, x, s.attribute, y, z)
print(a, b)
wrong = [
    "*a", "*a = 1", "[*a, *b] = 1", "a, *b, *c = x", "print(*)", "f(**k, *a)", "f(**k, a)", "f(a=1, 2)",
    "x = *a", "del *a", "del (*a,)", "return_ = (*a)", "f'{*a}'", "f'{*a,}'", "[*a for a in b]",
    "{**a for a in b}", "{*a: 1}", "lambda *: 1",
]
show_wrong(wrong)
