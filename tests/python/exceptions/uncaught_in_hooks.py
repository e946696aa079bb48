"""sys.excepthook replaced, broken and removed; exceptions in __del__ go to sys.unraisablehook."""
import sys


class Noisy:
    def __del__(self):
        raise ValueError("in del")


def hook(unraisable):
    print("unraisable:", unraisable.exc_type.__name__, unraisable.exc_value, unraisable.err_msg, unraisable.object.__qualname__)


sys.unraisablehook = hook
Noisy()
sys.unraisablehook = sys.__unraisablehook__


def broken(kind, value, traceback):
    print("hook called", kind.__name__, value)
    raise KeyError("in the hook")


sys.excepthook = broken
raise TypeError("the original")
# exit code 1
