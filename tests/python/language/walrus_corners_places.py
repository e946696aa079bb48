"""Assignment expressions: where they bind, in comprehensions, conditions, slices and f-strings; what is
refused (places)."""
from _walrus_corners import show_wrong

wrong = [
    "x := 1", "(x.y := 1)", "(x[0] := 1)", "((a, b) := 1)", "(1 := 2)", "f(a := 1, b=(c := 2))",
    "f(a=b := 1)", "[i := 0 for i in x]", "[[j := 0 for i in x] for j in y]", "[x for x in (y := z)]",
    "[0 for x in y if (x := 1)]", "class C: [i := 0 for j in x]", "lambda: x := 1", "lambda x=(y := 1): y",
    "x = y := 0", "x = (y := 0)", "def f(a = b := 1): pass", "del (a := 1)", "(a := b := 1)",
    "(a := (b := 1))",
]
show_wrong(wrong)
