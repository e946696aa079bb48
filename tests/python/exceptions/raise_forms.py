"""raise in every form: classes, instances, from, re-raise, wrong things, and what the attributes hold then."""


def attempt(label, function):
    try:
        function()
    except BaseException as error:
        print(label, "|", type(error).__name__, "|", error, "|", repr(error.__cause__), "|", repr(error.__context__), "|",
              error.__suppress_context__)


def raises(source):
    def run():
        exec(source, {"E": ValueError})
    return run


for source in ("raise E", "raise E()", "raise E('text')", "raise E from KeyError", "raise E from KeyError('k')", "raise E from None",
               "raise 5", "raise 'text'", "raise E from 5", "raise int", "raise None", "raise", "raise E(1, 2)", "raise BaseException"):
    attempt(source, raises(source))


def chained():
    try:
        raise KeyError("first")
    except KeyError:
        raise ValueError("second")


def explicit():
    try:
        raise KeyError("first")
    except KeyError as error:
        raise ValueError("second") from error


def suppressed():
    try:
        raise KeyError("first")
    except KeyError:
        raise ValueError("second") from None


def reraised():
    try:
        raise KeyError("first")
    except KeyError:
        try:
            raise ValueError("inner")
        except ValueError:
            pass
        raise


def in_finally():
    try:
        raise KeyError("first")
    finally:
        raise ValueError("finally")


def same_object():
    error = ValueError("one")
    try:
        raise error
    except ValueError:
        raise error


def long_chain():
    try:
        try:
            raise KeyError(1)
        except KeyError:
            raise ValueError(2)
    except ValueError:
        raise TypeError(3)


for function in (chained, explicit, suppressed, reraised, in_finally, same_object, long_chain):
    attempt(function.__name__, function)


class Refuses(Exception):
    def __init__(self, value):
        raise RuntimeError(f"cannot be made with {value}")


class Replaces(Exception):
    def __new__(cls, *args):
        return 5


class NeedsArgument(Exception):
    def __init__(self, needed):
        self.needed = needed


attempt("refuses", lambda: (_ for _ in ()).throw(Refuses, 1))


def raise_class(cls):
    raise cls


for cls in (Replaces, NeedsArgument):
    attempt(cls.__name__, lambda: raise_class(cls))
error = ValueError("attributes")
error.__cause__ = KeyError("set")
print(error.__suppress_context__, repr(error.__cause__))
for name, value in (("__cause__", 5), ("__context__", "x"), ("__traceback__", 5), ("args", 5), ("__suppress_context__", 1)):
    try:
        setattr(error, name, value)
        print(name, getattr(error, name))
    except TypeError as wrong:
        print(name, wrong)
cycle = ValueError("a")
cycle.__context__ = cycle2 = KeyError("b")
cycle2.__context__ = cycle
print(repr(cycle.__context__.__context__))
