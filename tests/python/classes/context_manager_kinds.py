"""Context managers: swallowing by truth value, exits that raise, reentrant ones, missing halves, generators
as managers."""
import contextlib
import sys


class Exit:
    def __init__(self, answer=None, fail=None):
        self.answer, self.fail = answer, fail

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        print("exit", getattr(kind, "__name__", None), repr(value),
              trace and trace.tb_lineno - trace.tb_frame.f_code.
              co_firstlineno >= 0)
        if self.fail:
            raise self.fail
        return self.answer


class BadBool:
    def __bool__(self):
        raise ArithmeticError("truth")


def attempt(function):
    try:
        print(function())
    except BaseException as error:
        print(type(error).__name__, error, "context", repr(error.__context__), "cause", repr(error.__cause__))


def raising(manager, error):
    with manager:
        raise error
    return "swallowed"


for answer in (True, 1, "yes", [0], None, 0, "", [], BadBool()):
    attempt(lambda: raising(Exit(answer), ValueError("v")))
for error in (KeyboardInterrupt(), SystemExit(3), GeneratorExit(), StopIteration(4)):
    attempt(lambda: raising(Exit(True), error))
    attempt(lambda: raising(Exit(), error))
attempt(lambda: raising(Exit(fail=KeyError("from exit")), ValueError("body")))
same = ValueError("same object")
attempt(lambda: raising(Exit(fail=same), same))


class Half:
    pass


def using(manager):
    with manager:
        return "body"


attempt(lambda: using(Half()))
Half.__enter__ = lambda self: print("entered")
attempt(lambda: using(Half()))
Half.__exit__ = lambda self: None
attempt(lambda: using(Half()))
Half.__exit__ = lambda *args: len(args)
attempt(lambda: raising(Half(), KeyError()))
h = Half()
h.__enter__ = h.__exit__ = None
attempt(lambda: using(h))
attempt(lambda: using(3))
attempt(lambda: using(None))
attempt(lambda: using(Half))


@contextlib.contextmanager
def generator(mode):
    print("setup", end=" ")
    if mode == "no yield":
        return
    try:
        yield mode
        if mode == "twice":
            yield
    except KeyError as error:
        print("saw", repr(error), end=" ")
        if mode == "other":
            raise TypeError("other") from error
        if mode == "same":
            raise
        if mode == "stop":
            raise StopIteration("odd")
        if mode == "again":
            yield
    finally:
        print("cleanup", end=" ")


for mode in ("normal", "twice", "no yield"):
    attempt(lambda: using(generator(mode)))
for mode in ("swallow", "other", "same", "stop", "again"):
    attempt(lambda: raising(generator(mode), KeyError("k")))
attempt(lambda: raising(generator("x"), StopIteration("through")))
m = generator("once")
using(m)
attempt(lambda: using(m))
print(sys.exc_info())
def leave_loop():
    for i in range(3):
        with Exit():
            try:
                break
            finally:
                print("inner finally")
    return i
print(leave_loop())
