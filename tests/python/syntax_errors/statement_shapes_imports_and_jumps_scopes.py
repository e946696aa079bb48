"""Syntax errors of statements: missing colons, blocks, names and keywords in the wrong place (imports and
jumps) (scopes)."""
TEXTS = [
    "del None", "del a as b", "assert", "assert a,", "assert a b", "assert (a, b), c, d", "assert a = 1",
    "raise a,", "raise a from", "raise from a", "raise a b", "raise a, b", "pass a", "pass 1", "pass;;", ";",
    "a;; b", "a; ; b", ":", "a: ", "a: 1 2", "a b: c", "(a): ", "1: a", "f(): a",
]
for text in TEXTS:
    try:
        compile(text, "<t>", "exec")
        print(ascii(text), "accepted")
    except SyntaxError as error:
        print(ascii(text), "->", type(error).__name__, ascii(error.msg), error.lineno, error.offset,
              error.end_lineno, (error.end_offset or 0) if (error.end_offset or 0) > 0 else "",
              ascii((error.text or "").rstrip("\n")))
