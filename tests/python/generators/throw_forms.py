"""generator.throw in its three-argument forms, into unstarted, finished, running and delegating generators."""
import sys
import warnings

warnings.simplefilter("ignore")


def catches():
    while True:
        try:
            value = yield "ready"
            print("got", value)
        except ValueError as error:
            print("caught", repr(error), repr(error.__context__), error.__traceback__ is not None)
            yield "after"


def attempt(function, *args):
    try:
        print(function(*args))
    except BaseException as error:
        print(type(error).__name__, error, repr(error.__context__), repr(error.__cause__))


for args in ((ValueError,), (ValueError, "text"), (ValueError, ValueError("instance")), (ValueError("inst"),),
             (ValueError, (1, 2)), (ValueError, None), (ValueError, "t", None), (ValueError("x"), "second"),
             (ValueError, KeyError("other")), (ValueError, 1, 2), (3,), (int,), (object,), ("text",), (),
             (1, 2, 3, 4),
             (UnicodeDecodeError, "wrong")):
    g = catches()
    next(g)
    attempt(g.throw, *args)
    print(g.gi_frame is not None, end="; ")
print()
g = catches()
attempt(g.throw, KeyError, "not started")
print(g.gi_frame)
attempt(g.throw, KeyError, "finished")
attempt(next, g)


def itself():
    try:
        g.throw(KeyError)
    except ValueError as error:
        print(error)
    yield


g = itself()
next(g)


class Delegate:
    def __init__(self, *parts):
        for part in parts:
            setattr(self, part, getattr(self, "_" + part))

    def __iter__(self):
        return self

    def __next__(self):
        return "next"

    def _throw(self, *args):
        print("throw", [a if isinstance(a, type) else repr(a) for a in args])
        if args[0] is KeyError or isinstance(args[0], KeyError):
            raise StopIteration("stopped by throw")
        return "thrown"

    def _close(self):
        print("close")

    def _send(self, value):
        print("send", value)
        return "sent"


def delegating(inner):
    return "result", (yield from inner)


for parts in ((), ("throw",), ("throw", "close", "send"), ("close",)):
    for action in (lambda g: g.throw(ValueError, "v"), lambda g: g.throw(KeyError("k")), lambda g: g.send(5),
                   lambda g: g.close(), lambda g: g.throw(GeneratorExit), lambda g: g.throw(StopIteration(3))):
        g = delegating(Delegate(*parts))
        next(g)
        attempt(action, g)


def context():
    try:
        yield
    except KeyError:
        yield 1 / 0 if False else "inside except"


g = context()
next(g)
g.throw(KeyError("outer"))
attempt(g.throw, ValueError("second"))
try:
    raise RuntimeError("handled outside")
except RuntimeError:
    g = context()
    next(g)
    attempt(g.throw, TypeError("thrown while handling"))
print(sys.exc_info())
