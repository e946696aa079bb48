"""sys.exc_info while handlers nest, calls in handlers, generators between, deletion of the name, and
re-raising later."""
import sys


def now():
    kind, value, trace = sys.exc_info()
    return (kind and kind.__name__, str(value), trace is not None and trace.tb_lineno > 0,
            sys.exception() is value)


def nested():
    print(now())
    try:
        raise KeyError("outer")
    except KeyError:
        print(now())
        try:
            raise ValueError("inner")
        except ValueError:
            print(now())
            called()
        print(now())
        try:
            pass
        finally:
            print("finally", now())
        gen = generator()
        next(gen)
        print(now())
        next(gen, None)
    print(now())
    next(gen, None)
    print(now())


def called():
    print("called", now())
    try:
        raise TypeError("called")
    except TypeError:
        print("called", now())
    print("called", now())


def generator():
    print("generator sees", now())
    try:
        raise LookupError("generator")
    except LookupError:
        print("generator handles", now())
        yield
        print("resumed", now())
        yield
        print("resumed outside", now())


nested()
try:
    try:
        raise KeyError("deleted name") from ValueError("cause")
    except KeyError as e:
        saved = e
    print(e)
except NameError as error:
    print(error, repr(error.__context__))


def later():
    try:
        raise
    except RuntimeError as error:
        print(error)


later()
try:
    raise KeyError("active")
except KeyError:
    def raises(): raise
    try:
        raises()
    except KeyError as again:
        print("bare raise in function", again)
def count(trace):
    n = 0
    while trace:
        n, trace = n + 1, trace.tb_next
    return n
for i in range(4):
    try:
        raise saved
    except KeyError as error:
        print(count(error.__traceback__), end=" ")
print()
print(count(saved.with_traceback(None).__traceback__), saved.__cause__, saved.__suppress_context__)
a, b = ValueError("a"), ValueError("b")
try:
    try:
        raise a
    except ValueError:
        raise b
except ValueError:
    try:
        raise a
    except ValueError:
        print(repr(a.__context__), repr(b.__context__))
try:
    raise a from a
except ValueError as error:
    print(error.__cause__ is error, error.__context__ is error)
for bad in (1, None, "text", int, object()):
    try:
        raise bad
    except TypeError as error:
        print(error)
    try:
        raise KeyError from bad
    except (TypeError, KeyError) as error:
        print(type(error).__name__, error, error.__cause__)
class Fails(Exception):
    def __init__(self): raise OSError("constructor")
class New(Exception):
    def __new__(cls): return 5
for kind in (Fails, New):
    try:
        raise kind
    except Exception as error:
        print(type(error).__name__, error)
try:
    try:
        raise KeyError
    except (KeyError, 5):
        print("matched before 5 was looked at?")
except TypeError as error:
    print(error)
try:
    try:
        raise ValueError
    except (KeyError, (ValueError,)):
        print("nested tuple")
except TypeError as error:
    print(error)
