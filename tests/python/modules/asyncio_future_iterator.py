"""The iterator of a future: next, send, throw with all kinds of arguments, close, and how it ends."""
import asyncio

loop = asyncio.new_event_loop()


class MakesInt(Exception):
    def __new__(cls, *arguments):
        return 5


class FailsToInit(Exception):
    def __init__(self, *arguments):
        raise KeyError("init")


def attempt(function, *arguments):
    try:
        print("  ->", function(*arguments))
    except BaseException as error:
        print("  !!", type(error).__name__, error)


def some_traceback():
    try:
        raise OSError
    except OSError as error:
        return error.__traceback__


for arguments in [(ValueError("x"),), (ValueError("x"), None), (ValueError("x"), None, None), (ValueError("x"), 1),
                  (ValueError,), (ValueError, None, None), (ValueError, "y"), (ValueError, (1, 2)),
                  (ValueError, ValueError("z")), (ValueError, KeyError("z")), (MakesInt,), (FailsToInit,),
                  (FailsToInit, 1), (3,), (None,), (int,), (ValueError, 1, 1), (ValueError, 1, None, 1), ()]:
    print(arguments)
    iterator = iter(asyncio.Future(loop=loop))
    attempt(iterator.throw, *arguments)
    attempt(next, iterator)

print("with a traceback")
iterator = iter(asyncio.Future(loop=loop))
try:
    iterator.throw(ValueError, "v", some_traceback())
except ValueError as error:
    names, traceback = [], error.__traceback__
    while traceback:
        names.append(traceback.tb_frame.f_code.co_name)
        traceback = traceback.tb_next
    print(names)

print("steps")
future = asyncio.Future(loop=loop)
iterator, other = future.__await__(), iter(future)
print(iterator is iter(iterator), next(iterator) is future, future._asyncio_future_blocking)
attempt(next, iterator)
attempt(other.send, 1)
future.set_result("result")
attempt(other.send, 2)
attempt(next, other)
attempt(next, iterator)
attempt(next, iterator)
print(iterator.close(), iterator.close())
attempt(iterator.close, 1)
attempt(iterator.send)

print("exceptions")
future = asyncio.Future(loop=loop)
iterator = iter(future)
future.set_exception(LookupError("set"))
attempt(next, iterator)
attempt(next, iterator)
future = asyncio.Future(loop=loop)
iterator = iter(future)
future.cancel("message")
attempt(next, iterator)
for value in ((1, 2), StopIteration(3), KeyError):
    future = asyncio.Future(loop=loop)
    future.set_result(value)
    attempt(next, iter(future))

kind = type(iter(future))
print(kind.__name__, kind.__module__, hasattr(kind, "__await__"), hasattr(kind, "__next__"))
attempt(kind)
attempt(iter, asyncio.Future.__new__(asyncio.Future))
loop.close()
