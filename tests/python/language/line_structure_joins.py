"""Physical and logical lines: backslashes, semicolons, form feeds, comments, blank lines, CR and CRLF, tabs,
no last newline (joins)."""
from _line_structure import show_sources

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
    "x = 1\r\ny = 2\r\n", "x = 1\ry = 2", "if 1:\r\n  x = 1\r  y = 2\n", "x = '''a\r\nb'''", "x = 'a\\\r\nb'",
    "\x0cx = 1", "if 1:\n\x0c  x = 1", "x = 1 # no newline", "x = 1;", "x = 1;;", ";x = 1", "x = 1 \\\n",
    "x = \\\n1", "x \\\n\n= 1", "if 1:\n\tx = 1\n\ty = 2", "if 1:\n        x = 1\n\ty = 2",
    "if 1:\n\tx = 1\n        y = 2", "if 1:\n  x = 1\n\n\n  y = 2\n", "\n\n\n", "   \n\t\n", "#", "",
]
show_sources(SOURCES)
