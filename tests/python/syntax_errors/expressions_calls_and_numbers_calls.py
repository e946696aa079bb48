"""Syntax errors of expressions: message, line, columns, text, one line each (calls and numbers) (calls)."""
TEXTS = [
    "1 +", "+", "(1", "1)", "[1, 2", "{1: 2", "{1:", "{1: 2, 3}", "{1, 2: 3}", "{1: *a}", "{**a: 1}", "f(",
    "f(,)", "f(a,,b)", "f(a b)", "f(a for a in b, c)", "f(c, a for a in b)", "f(a=1, a=2)", "f(a=1, b)",
    "f(**a, *b)", "f(1=2)", "f(a.b=1)", "f(None=1)", "f(a, b=)", "f(True=1)",
]
for text in TEXTS:
    try:
        compile(text, "<t>", "exec")
        print(ascii(text), "accepted")
    except SyntaxError as error:
        print(ascii(text), "->", type(error).__name__, ascii(error.msg), error.lineno, error.offset,
              error.end_lineno, (error.end_offset or 0) if (error.end_offset or 0) > 0 else "",
              ascii((error.text or "").rstrip("\n")))
    except ValueError as error:
        print(ascii(text), "->", type(error).__name__, error)
