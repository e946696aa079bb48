"""Syntax errors of expressions: message, line, columns, text, one line each (brackets and characters)."""
TEXTS = [
    "*a", "*a, = ", "*a = b", "*(a, b) = c", "**a", "a, *", "a = *", "print a", "print 'a', b", "exec 'a'",
    "print(a", "await", "yield =", "(a b)", "(a, b c)", "[a b]", "{a b}", "(a; b)", "[a; b]", "(a\nb)",
    "(a,\n b c)", "(", "[", "{", ")", "]", "}", "(]", "[}", "{)", "([)]", "((a)", "a)\nb", "a\\", "a \\ b",
    "a\\\n",  "\u00a0a", "a\u2013b", "‘a’", "“a”", "a；b", "é$", "\x00", "a\x01b", "€", "a€",
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
