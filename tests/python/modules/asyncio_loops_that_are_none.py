"""Futures and tasks on objects that are no loops: a missing, failing or meddling call_soon, get_debug, handler."""
import asyncio
import gc
import sys


class Loop:
    """As little as a future asks of a loop."""

    def __init__(self):
        self.ready = []

    def get_debug(self):
        return False

    def call_soon(self, function, *arguments, context):
        self.ready.append((function, arguments))

    def call_exception_handler(self, context):
        print("handler:", {key: str(type(value).__name__) if key != "message" else value for key, value in context.items()})

    def run(self, limit=20):
        while self.ready and limit:
            limit -= 1
            function, arguments = self.ready.pop(0)
            attempt(function, *arguments)


def attempt(function, *arguments, **keywords):
    try:
        return function(*arguments, **keywords)
    except BaseException as error:
        print(f"{type(error).__name__}: {error}")


async def returns(value):
    return value


def task_on(loop, coroutine):
    made = attempt(asyncio.Task, coroutine, loop=loop, name="t")
    coroutine.close()
    return made


print("-- no methods")
for loop in (object(), 3, "text", type):
    attempt(asyncio.Future, loop=loop)
    task_on(loop, returns(1))


class Broken(Loop):
    def call_soon(self, *arguments, context):
        raise KeyError("call_soon")


print("-- call_soon raises")
loop = Broken()
task = task_on(loop, returns(1))
print(task)
future = asyncio.Future(loop=loop)
for number in range(3):
    future.add_done_callback(print)
attempt(future.set_result, 1)
print(future, future._callbacks)
attempt(future.add_done_callback, print)
future = asyncio.Future(loop=loop)
future.add_done_callback(print)
attempt(future.cancel)
print(future)
future = asyncio.Future(loop=loop)
future.add_done_callback(print)
attempt(future.set_exception, ValueError())
print(future, future._log_traceback)


class Debug(Loop):
    def __init__(self, answer):
        super().__init__()
        self.answer = answer

    def get_debug(self):
        if isinstance(self.answer, BaseException):
            raise self.answer
        return self.answer


class NoTruth:
    def __bool__(self):
        raise TypeError("no truth")


print("-- get_debug")
attempt(asyncio.Future, loop=Debug(OSError("debug")))
attempt(asyncio.Future, loop=Debug(NoTruth()))
print(asyncio.Future(loop=Debug([]))._source_traceback)
print(asyncio.Future(loop=Debug([1]))._source_traceback[-1].name)


class Meddler(Loop):
    """Changes the future while it hands over its callbacks."""

    def call_soon(self, function, *arguments, context):
        print("call_soon", getattr(function, "__name__", type(function).__name__))
        if arguments:
            future = arguments[0]
            print("   removed", attempt(future.remove_done_callback, print))
            attempt(future.add_done_callback, len) if function is print else None
            attempt(future.set_result, 2)
            print("   cancelled", future.cancel())
            attempt(future.__init__, loop=self) if function is len else None


print("-- meddling")
loop = Meddler()
future = asyncio.Future(loop=loop)
for function in (print, len, repr, print, len):
    future.add_done_callback(function)
attempt(future.set_result, 1)
print(future)

print("-- handlers that fail")


class NoHandler(Loop):
    call_exception_handler = property(lambda self: 1 / 0)


class FailingHandler(Loop):
    def call_exception_handler(self, context):
        raise RuntimeError("handler")


def unraisable(args):
    print("unraisable:", type(args.exc_value).__name__, args.exc_value, "in", args.object.__name__)


sys.unraisablehook = unraisable
for loop in (Loop(), NoHandler(), FailingHandler()):
    future = asyncio.Future(loop=loop)
    future.set_exception(ValueError("never seen"))
    del future
    task = asyncio.Task(returns(1), loop=loop)
    task._coro.close()
    loop.ready.clear()
    del task
    gc.collect()
print("end")
