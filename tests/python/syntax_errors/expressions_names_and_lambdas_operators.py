"""Syntax errors of expressions: message, line, columns, text, one line each (names and lambdas) (operators)."""
TEXTS = [
    "lambda *a, *b: 1", "lambda **a, b: 1", "lambda a, a: 1", "lambda (a, b): 1", "lambda 1: 2", "not",
    "a not b", "a not", "a is", "a in", "a <> b", "a === b", "a =< b", "a => b", "a && b", "a || b", "!a",
    "a!", "a ! b", "a++", "++", "a--", "a ? b : c", "a $ b",
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
