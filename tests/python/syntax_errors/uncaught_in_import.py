"""A SyntaxError of an imported file ends the program: the traceback shows the file, the line and the caret."""
import sys
import tempfile
import os

folder = tempfile.mkdtemp(dir="/dev/shm")
name = os.path.join(folder, "bad_module.py")
with open(name, "w") as stream:
    stream.write("x = 1\n\n\ndef broken(a, b:\n    return 'é' + a\n")
sys.path.insert(0, folder)
original = sys.excepthook


def hook(kind, value, tb):
    value.filename = os.path.basename(value.filename)
    os.remove(name)
    os.rmdir(folder)
    original(kind, value, tb)


sys.excepthook = hook
try:
    import bad_module
except SyntaxError as error:
    print(type(error).__name__, error.msg, error.lineno, error.offset, repr(error.text), error.end_lineno, error.end_offset)
    print(str(error).replace(folder, "FOLDER"))
try:
    compile("a = 1\nb = $\n", "some/dir/file.py", "exec")
except SyntaxError as error:
    print(error, error.args)
for text in ("nonlocal x", "def f(a, a): pass", "def f():\n  x = 1\n  global x", "return", "x = yield", "from __future__ import nonsense", "x\nfrom __future__ import annotations", "from __future__ import braces", "class A:\n  return 1", "def f(*): pass", "def f(a=1, b): pass", "*x = 1"):
    try:
        compile(text, "<t>", "exec")
    except SyntaxError as error:
        print(repr(text), error, error.lineno, error.offset, repr(error.text))
import bad_module
# exit code 1
