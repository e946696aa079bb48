"""Physical and logical lines: backslashes, semicolons, form feeds, comments, blank lines, CR and CRLF, tabs,
no last newline (indentation)."""
x = 1 + \
    2; y = [  # comment inside
    3,

    4]; print(x, y)
if x: pass; print("one line"); z = 5
if True:
    # comment at another depth
        # deeper comment
    a = 1

  # shallow comment
    b = 2
print(a, b, z); \
print("continued")
def f(): return 1; return 2
class K: p = 1; q = 2
print(f(), K.q, """triple
quoted \
joined
"""); print('a' \
  'b')
SOURCES = [
    "  # only\n", "if 1: x = 1\nelse: y = 2", "if 1:\n  x = 1\n y = 2", "  x = 1", "x = (1,\n2,\n  3)",
    "x = [1 # c\n, 2]", "x = {\n}", "def f():\n  pass\n\n\nx = 2",
    "if 1:\n  if 1:\n    x = 1\n  y = 2\nz = 3", "x = 1\n  \ny = 2", "\ufeffx = 1", "x = 1\x1a",
    "x = 1\n\x00", "if 1:\n  x = 1\n  # c\n # d\n", "while 0: pass\nelse: x = 1", "x = 1 if 1 \\\nelse 2",
    "# -*- coding: latin-1 -*-\nx = 'é'", "\\\nx = 1", "if 1:\n  \\\nx = 1\n", "try: x = 1\nfinally: y = 2",
    "x = 1\\", "if 1:\n",
]
for text in SOURCES:
    names = {}
    try:
        exec(text, names)
        del names["__builtins__"]
        print(ascii(text), {k: v for k, v in names.items() if k != "f"})
    except (SyntaxError, ValueError) as error:
        print(ascii(text), type(error).__name__, error)
