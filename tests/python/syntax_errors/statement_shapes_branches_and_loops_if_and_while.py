"""Syntax errors of statements: missing colons, blocks, names and keywords in the wrong place (branches and
loops) (if and while)."""
TEXTS = [
    "if a", "if a:", "if a:\n", "if:\n pass", "if a: pass\nelse", "if a: pass\nelse:", "elif a: pass",
    "else: pass", "if a: pass\nelse: pass\nelif b: pass", "if a = 1: pass", "if a.b = 1: pass",
    "if a: if b: pass", "if a:\npass", "while", "while a", "while a = 1: pass", "while a:\n", "while: pass",
    "for", "for a", "for a in", "for a in b", "for a b: pass", "for a in b\n pass", "for 1 in a: pass",
    "for f() in a: pass",
]
for text in TEXTS:
    try:
        compile(text, "<t>", "exec")
        print(ascii(text), "accepted")
    except SyntaxError as error:
        print(ascii(text), "->", type(error).__name__, ascii(error.msg), error.lineno, error.offset,
              error.end_lineno, (error.end_offset or 0) if (error.end_offset or 0) > 0 else "",
              ascii((error.text or "").rstrip("\n")))
