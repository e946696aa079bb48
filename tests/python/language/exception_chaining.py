"""raise in all forms: from, context, re-raise, wrong operands, suppression, notes."""
def chain():
    try:
        try:
            1 / 0
        except ZeroDivisionError as error:
            raise KeyError("k") from error
    except KeyError as error:
        return error


e = chain()
print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
try:
    try:
        raise ValueError(1)
    except ValueError:
        raise TypeError(2)
except TypeError as error:
    print(repr(error.__context__), error.__cause__, error.__suppress_context__)
try:
    try:
        raise ValueError
    except ValueError:
        raise OSError from None
except OSError as error:
    print(repr(error.__context__), error.__cause__, error.__suppress_context__)
try:
    try:
        raise IndexError("again")
    except IndexError:
        raise
except IndexError as error:
    print(repr(error), error.__context__)


def bare():
    raise


try:
    bare()
except RuntimeError as error:
    print(error)
try:
    raise ValueError("outer")
except ValueError:
    try:
        bare()
    except ValueError as error:
        print("bare in a call:", error)
for thing in (5, "text", None, int, object(), ValueError, ValueError("made"), KeyError):
    try:
        raise thing
    except BaseException as error:
        print(type(error).__name__, error)
for cause in (5, "x", ValueError, ValueError("v"), None, int):
    try:
        raise KeyError from cause
    except BaseException as error:
        print(type(error).__name__, error, repr(error.__cause__))


class NeedsArguments(Exception):
    def __init__(self, a):
        self.a = a


try:
    raise NeedsArguments
except TypeError as error:
    print(error)


class Odd(Exception):
    def __new__(cls):
        return 5


try:
    raise Odd
except TypeError as error:
    print(error)
e = ValueError("with notes")
e.add_note("first")
e.add_note("second")
print(e.__notes__)
try:
    e.add_note(3)
except TypeError as error:
    print(error)
a, b = ValueError("a"), ValueError("b")
try:
    try:
        raise a
    except ValueError:
        raise b
except ValueError:
    try:
        raise a
    except ValueError as error:
        print(error is a, repr(error.__context__), b.__context__)
try:
    a.__cause__ = 5
except TypeError as error:
    print(error)
try:
    a.__traceback__ = 5
except TypeError as error:
    print(error)
try:
    raise a.with_traceback(None) from a
except ValueError as error:
    print(error.__cause__ is error)
