"""Closing generators: finally blocks, yields during close, return values lost, deletion, GeneratorExit caught and turned."""


def with_finally(log):
    try:
        yield 1
        yield 2
    finally:
        log.append("finally")


log = []
g = with_finally(log)
g.close()
print("unstarted:", log)
g = with_finally(log)
next(g)
print(g.close(), log)
g.close()
try:
    next(g)
except StopIteration as stop:
    print("stopped", stop.value)


def stubborn():
    while True:
        try:
            yield
        except GeneratorExit:
            print("refuses")


g = stubborn()
next(g)
try:
    g.close()
except RuntimeError as error:
    print(error)


def polite():
    try:
        yield
    except GeneratorExit:
        return "value lost"


def turning():
    try:
        yield
    except GeneratorExit:
        raise KeyError("instead")


def chained():
    try:
        yield
    finally:
        1 / 0


g = polite()
next(g)
print(g.close())
for make in (turning, chained):
    g = make()
    next(g)
    try:
        g.close()
    except Exception as error:
        print(repr(error), repr(error.__context__))


def delegating(log):
    try:
        yield from with_finally(log)
    finally:
        log.append("outer")


log = []
g = delegating(log)
next(g)
del g
print(log)
log = []
for x in with_finally(log):
    break
print(log)


def catches_base():
    try:
        yield 1
    except BaseException as error:
        print("got", type(error).__name__)
        raise


g = catches_base()
next(g)
del g


class CloseError:
    def __iter__(self):
        return self

    def __next__(self):
        return 1

    def close(self):
        print("close of a plain iterator")
        raise ValueError("close failed")


def over_iterator():
    yield from CloseError()


g = over_iterator()
next(g)
try:
    g.close()
except ValueError as error:
    print(error)


def unraisable():
    try:
        yield
    finally:
        raise OSError("in the destructor")


g = unraisable()
next(g)
import sys
sys.unraisablehook = lambda info: print("hook:", info.exc_type.__name__, info.exc_value, info.err_msg)
del g
