"""How SyntaxErrors are printed: carets under tabs and wide characters, several lines, missing text, wrong
attributes."""
import sys
import traceback


def show(error):
    print("".join(traceback.format_exception_only(error)), end="")
    sys.stdout.flush()
    sys.excepthook(type(error), error, None)
    sys.stderr.flush()


sys.stderr = sys.stdout
for text in ("x = (1 +\n", "if True:\n\tfoo(\t1 2)\n", "    é = 日本 本\n", "日本 = = 1", "a = 'x\n",
             "f(a, b for b in c)\n", "  (1, 2) = x = f() = 3", "def f(\n    a,\n    a):\n  pass",
             "x = '''abc\ndef\n", "class A:\nx = 1", "if 1:\n  a\n b", "\tif 1:\n        a\n\tb",
             "{1: 2,\n 3 4}", "x" * 200 + " y", "print 'hello'", "f'{a b}'", "f'''{\na b}'''",
             "a = 1 ; b = = 2 ; c", "[\n1,\n2\n", "(\n]", "lambda x:\n", "\f\fx y", "0_", "a = 5x", "\\ x",
             "'a' 'b", "return 5", "async def f():\n    [x async for x in (await y) if yield]", "del x, f(), y",
             "from __future__ import x1", "a, b += 1", "nonlocal x", "é" * 3 + " = $"):
    try:
        exec(compile(text, "<shown>", "exec"), {})
    except SyntaxError as error:
        show(error)
    except NameError as error:
        print(error)
DETAILS = [("f.py", 3, 5, "some text here\n"), ("f.py", 3, 5, "some text here\n", 3, 9), ("f.py", 3, 0, "text"),
           ("f.py", 3, -1, "text"), ("f.py", 3, 100, "text"), ("f.py", 3, 2, "   indented", 3, 100),
           ("f.py", 3, 5, "text", 4, 2), (None, None, None, None), ("f.py", None, 1, "text"),
           ("f.py", 3, None, "text"), ("f.py", 3, 1, None), ("f.py", 3, 1, ""), (None, 3, 1, "text"),
           ("f.py", 3, 5, "ab\tcd\tef"), ("f.py", 3, 3, "日本語 text", 3, 4), ("f.py", "3", 1, "text"),
           ("f.py", 3, 1, "two\nlines"), ("f.py", 3, 4, "text", 3, 4), ("f.py", 3, 4, "text", 3, 2),
           ("f.py", 3, 4, "text", None, None), (5, 3, 1, "text"), ("f.py", 3, 1, "text", 3, -1),
           ("f.py", 3, 1, "text", 3, 0), ("f.py", 3, 2, "\ttext\t", 3, 4)]
for kind in (SyntaxError, IndentationError):
    for details in DETAILS:
        try:
            show(kind("message", details))
        except Exception as error:
            print("cannot show", details, type(error).__name__, error)
for args in ((), ("only",), ("m", ()), ("m", (1,)), ("m", ("f", 1, 2)), ("m", ("f", 1, 2, "t", 5)),
             ("m", ("f", 1, 2, "t", 5, 6, 7)), ("m", "abcd"), ("m", 5), (None, ("f", 1, 1, "t")), (1, 2, 3),
             ("m", ("f", 1, 1, "t"), "extra")):
    try:
        error = SyntaxError(*args)
        print(args, repr(error), str(error), error.msg, error.filename, error.lineno, error.text,
              error.print_file_and_line)
    except Exception as bad:
        print(args, type(bad).__name__, bad)
e = SyntaxError("m", ("f.py", 1, 1, "text"))
del e.filename, e.text
print(e, e.filename, e.text)
e.lineno, e.msg = "str", 5
show(e)
