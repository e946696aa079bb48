"""The line and the columns of a SyntaxError when the text is no file: given as str or bytes, in each mode."""

CASES = [
    "foo(a, z\n  for z in\n range(10), t, w)",
    "foo(a, z\n  for z in\n range(10), t, w)\n",
    "x = 1\nfoo(a, z for z in\n range(10), t, w)\n",
    "foo(a, ü\n  for z in\n range(10), t, w)\n",
    "a = 1\nb = (3\n 4 5)\n",
    "x = (1,\n  2 3)",
    "print 1",
    "print 'a\n",
    "f(a=1,\n b, c)\n",
    "(a\n+b) = 1\n",
    "x = [a,\nb c,\nd]\n",
    "def f(:\n  pass\n",
    "(1 +\n 2) = 3\ny=1\n",
    "del (a,\n 1)\n",
    "with open('a'\n) as 1: pass\n",
    "try:\n  pass\nx=1\n",
    "if x:\npass\n",
    "{1:2,\n **a, 3}\n",
    "f(**a,\n *b)\n",
    "from x import (a,\n b,)c\n",
    "class A(\n  x=1\n y): pass",
    "'''abc\n''' = 1\n",
    "x = '''a\nb''' y\n",
    "lambda: (yield\n) = 1\n",
    "f'''{a\n b}'''\n",
    "f'{a b}'",
    "a = f'''\n{x y}'''\n",
]


def report(source, mode):
    try:
        compile(source, "?no file", mode)
    except SyntaxError as error:
        return error.args
    return "compiled"


for case in CASES:
    for source in (case, case.encode()):
        for mode in ("exec", "eval", "single"):
            print(mode, report(source, mode))
for case in ("x = 0xI", "x = (\n$\n)\n", "if x:\n\ty\n        z\n", "if x:\n  y\n z\n", "x = '''a\nb", "x = (1\n]\n", "a\\ b\n"):
    print(report(case, "exec"), report(case, "eval"))
# A module's text that ends in "\r\n" has one line more.
for case in ("'''abc\r\n", "if 1:\r\n", "def f():\r\n", "if 1:\r\n\r\n", "x\\\r\n", "\\\r\n", "x='\\\r\n", "'''abc\r", "if 1:\r", "x\r\n", "'''abc\r\n\n"):
    for source in (case, case.encode()):
        print(ascii(case), report(source, "exec"))
