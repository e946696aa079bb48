"""Assignment expressions: where they bind, in comprehensions, conditions, slices and f-strings; what is
refused (refusals)."""
from _walrus_corners import show_wrong

wrong = [
    "f'{a:=3}'", "f'{(a:=3)}'", "a[b := 1]", "a[b := 1, c := 2]", "{a := 1}", "{a := 1: 2}", "{(a := 1): 2}",
    "assert x := 1", "(x := *y)", "(x := yield)", "with (x := y): pass", "with x := y: pass", "raise x := 1",
    "[lambda: (x := 1) for x in y]", "(None := 1)", "(__debug__ := 1)", "for x in y := 1: pass",
    "return (x := 1)", "(x := 1) = 2", "(x := 1): int",
]
show_wrong(wrong)
