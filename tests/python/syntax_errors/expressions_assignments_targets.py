"""Syntax errors of expressions: message, line, columns, text, one line each (assignments) (targets)."""
TEXTS = [
    "a ? b", "`a`", "@a", "a @", "a ** ** b", "a // // b", "a := 1", "(a := )", "(:= 1)", "(a = 1)",
    "[a = 1]", "{a = 1}", "a = = b", "a = 1 = b", "1 = a", "a + b = c", "f() = 1", "a.b() = 1", "(a, 1) = b",
    "[a, f()] = b", "a if b else c = 1", "lambda: a = 1", "-a = 1", "not a = 1", "a < b = 1",
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
