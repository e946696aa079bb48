"""Syntax errors of expressions: message, line, columns, text, one line each (names and lambdas)
(attributes)."""
TEXTS = [
    "\"a\nb\"", "'a\\", "f'{'", "f'{a", "rb'", "a.1", "a.", ".a", "a..b", "a.b.", "a[", "a[]", "a[1:2:3:4]",
    "a[*]", "a[b=1]", "a if b", "a if b else", "if a else b", "a else b", "lambda", "lambda:", "lambda a",
    "lambda a b: 1", "lambda a=1, b: 1", "lambda *: 1",
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
