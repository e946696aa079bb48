"""Syntax errors of expressions: message, line, columns, text, one line each (assignments) (augmented)."""
TEXTS = [
    "a and b = 1", "None = 1", "True = 1", "... = 1", "'a' = 1", "f'{a}' = 1", "{} = 1", "{a} = 1",
    "{a: b} = 1", "(a for a in b) = 1", "[a for a in b] = 1", "(yield) = 1", "__debug__ = 1", "(a) += 1",
    "(a, b) += 1", "[a] += 1", "f() += 1", "1 += 1", "None += 1", "a = b += 1", "a += b = 1", "a += ", "a =",
    "= a",
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
