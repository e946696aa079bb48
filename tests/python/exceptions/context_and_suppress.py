"""__context__, __cause__, __suppress_context__: set by raise forms, by hand, cycles, from None, in finally and except."""


def show(error):
    print(repr(error), "| cause", repr(error.__cause__), "| context", repr(error.__context__), "| suppress", error.__suppress_context__)


def run(function):
    try:
        function()
    except BaseException as error:
        show(error)
        return error


def implicit():
    try:
        1 / 0
    except ZeroDivisionError:
        raise KeyError("second")


def explicit():
    try:
        1 / 0
    except ZeroDivisionError as error:
        raise KeyError("second") from error


def from_none():
    try:
        1 / 0
    except ZeroDivisionError:
        raise KeyError from None


def from_class():
    raise KeyError from ValueError


def from_wrong():
    raise KeyError from 5


def from_failing_class():
    class Bad(Exception):
        def __init__(self):
            raise TypeError("cannot be made")
    raise KeyError from Bad


def in_finally():
    try:
        raise ValueError("first")
    finally:
        raise KeyError("in finally")


def nested():
    try:
        try:
            raise ValueError(1)
        except ValueError:
            raise KeyError(2)
    except KeyError:
        raise IndexError(3)


def same_again():
    try:
        raise ValueError("x")
    except ValueError as error:
        raise error


def older_inside():
    first = ValueError("first")
    try:
        raise first
    except ValueError:
        try:
            raise KeyError("second")
        except KeyError:
            raise first


def after_handling():
    try:
        raise ValueError
    except ValueError:
        pass
    raise KeyError("no context")


class Manager:
    def __enter__(self):
        pass

    def __exit__(self, *details):
        raise RuntimeError("from exit")


def through_with():
    with Manager():
        raise ValueError("body")


for function in (implicit, explicit, from_none, from_class, from_wrong, from_failing_class, in_finally, nested, same_again, older_inside, after_handling, through_with):
    print(function.__name__, end=": ")
    run(function)
error = run(nested)
while error:
    print(type(error).__name__, end=" < ")
    error = error.__context__
print()
e = ValueError("by hand")
e.__context__ = KeyError("context")
show(e)
e.__cause__ = IndexError("cause")
show(e)
e.__suppress_context__ = False
e.__cause__ = None
show(e)
for name in ("__cause__", "__context__", "__traceback__", "__suppress_context__", "args"):
    for value in (5, "x", None, ValueError):
        try:
            setattr(e, name, value)
        except TypeError as error:
            print(name, repr(value), "->", error)
    try:
        delattr(e, name)
    except TypeError as error:
        print("del", name, error)
a, b = ValueError("a"), ValueError("b")
a.__context__, b.__context__ = b, a
try:
    try:
        raise a
    except ValueError:
        raise b
except ValueError as error:
    show(error)
