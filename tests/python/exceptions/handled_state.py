"""sys.exc_info() and the exception being handled: nesting, generators, functions called from handlers."""
import sys


def current():
    return repr(sys.exc_info()[1])


print(current())
try:
    raise ValueError("outer")
except ValueError:
    print(current())
    try:
        raise KeyError("inner")
    except KeyError:
        print(current())
    print(current())

    def function():
        print("in function", current())
        try:
            raise TypeError("deep")
        except TypeError:
            print("in function", current())
        print("in function", current())

    function()
    print(current())
print(current())


def generator():
    print("generator starts", current())
    try:
        yield 1
    except KeyError:
        print("thrown in", current())
        yield 2
        print("resumed", current())
    print("after handler", current())
    yield 3


g = generator()
try:
    raise ValueError("while starting")
except ValueError:
    next(g)
    print("back", current())
print(g.throw(KeyError("thrown")))
print("outside", current())
try:
    raise TypeError("while resuming")
except TypeError:
    print(next(g), current())
print(current())


class Manager:
    def __enter__(self):
        print("enter", current())

    def __exit__(self, *details):
        print("exit", current(), details[0])
        return True


with Manager():
    raise KeyError("in with")
print(current())

for value in (1, 0):
    try:
        1 / value
    except ZeroDivisionError:
        result = [current() for _ in range(1)]
        print(result, (lambda: current())())
    else:
        print("no error", current())


def recursive(n):
    try:
        raise ValueError(n)
    except ValueError:
        if n:
            recursive(n - 1)
        print(current(), repr(sys.exc_info()[1].__context__))


recursive(2)
try:
    try:
        raise ValueError("x")
    finally:
        print("finally", current())
except ValueError:
    pass


class Delete:
    def __del__(self):
        print("del", current())


try:
    raise ValueError("during del")
except ValueError:
    thing = Delete()
    del thing
thing = Delete()
del thing
print(sys.exc_info() == (None, None, None))
