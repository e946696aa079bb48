"""sys.excepthook, unraisablehook and displayhook: replaced, deleted, failing, and called by hand."""
import io
import sys
import types

print(sys.excepthook is sys.__excepthook__, sys.unraisablehook is sys.__unraisablehook__)
seen = []


def unraisable(info):
    seen.append((type(info).__name__, info.exc_type.__name__, str(info.exc_value), info.err_msg,
                 getattr(info.object, "__qualname__", info.object)))


class Fails:
    def __del__(self):
        raise ValueError("in del")


def closes_badly():
    try:
        yield
    finally:
        raise KeyError("in finally")


sys.unraisablehook = unraisable
Fails()
g = closes_badly()
next(g)
del g
print(seen)


def failing_hook(info):
    raise TypeError("hook fails")


sys.unraisablehook = failing_hook
Fails()
sys.unraisablehook = None
Fails()
sys.unraisablehook = sys.__unraisablehook__
Fails()
del sys.unraisablehook
Fails()
sys.unraisablehook = sys.__unraisablehook__
for bad in (3, None, types.SimpleNamespace(exc_type=KeyError)):
    try:
        sys.__unraisablehook__(bad)
    except TypeError as error:
        print(error)
for value in (1, "text", None, [1], "\ud800", 3.5):
    sys.displayhook(value)
import builtins
print(repr(builtins._))
sys.displayhook = lambda value: print("displayed", value)
x = 3
for text in ("1 + 1", "'a'", "None", "x + 4", "x; None; 'two'", "if 1: 2; 3", "for i in 'ab': i", "def f(): 5",
             "x = 1"):
    exec(compile(text + "\n", "<t>", "single"))
del sys.displayhook
try:
    exec(compile("5", "<t>", "single"))
except RuntimeError as error:
    print(error)
sys.displayhook = 3
try:
    exec(compile("5", "<t>", "single"))
except TypeError as error:
    print(error)
sys.displayhook = sys.__displayhook__
saved, sys.stdout = sys.stdout, None
try:
    sys.displayhook(5)
except RuntimeError as error:
    sys.stdout = saved
    print(error)
sys.stdout = saved
stream = io.StringIO()
saved, sys.stderr = sys.stderr, stream
sys.excepthook(ValueError, ValueError("by hand"), None)
sys.excepthook(ValueError, KeyError("other kind"), None)
try:
    sys.excepthook(1, 2, 3)
except TypeError as error:
    print(error)
try:
    sys.excepthook(ValueError)
except TypeError as error:
    print(error)
sys.stderr = saved
print(stream.getvalue())


def hook(kind, value, trace):
    print("hooked", kind.__name__, value, trace.tb_frame.f_code.co_name)
    sys.stdout.flush()
    raise RuntimeError("inside the hook")


sys.excepthook = hook
raise OSError("finally uncaught")
# exit code 1
