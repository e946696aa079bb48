"""Futures without a running loop: every method and attribute, before and after initialization, and their errors."""
import asyncio
import sys

loop = asyncio.new_event_loop()
METHODS = {"result": (), "exception": (), "set_result": (1,), "set_exception": (ValueError(),),
           "add_done_callback": (print,), "remove_done_callback": (print,), "cancel": (), "cancelled": (), "done": (),
           "get_loop": (), "_make_cancelled_error": ()}
ATTRIBUTES = ("_state", "_asyncio_future_blocking", "_loop", "_callbacks", "_result", "_exception", "_log_traceback",
              "_source_traceback", "_cancel_message", "__dict__", "missing")


def attempt(label, function, *arguments, **keywords):
    try:
        result = function(*arguments, **keywords)
        print(f"  {label}:", "the loop" if result is loop else repr(result))
    except BaseException as error:
        print(f"  {label}: {type(error).__name__}: {error}")


def state_of(future):
    for attribute in ATTRIBUTES:
        attempt(attribute, getattr, future, attribute)


print("not initialized")
future = asyncio.Future.__new__(asyncio.Future, 1, a=2)
for method, arguments in METHODS.items():
    attempt(method, getattr(future, method), *arguments)
state_of(future)
attempt("repr", repr, future)
for attribute in ATTRIBUTES:
    for value in (True, False):
        attempt(f"{attribute} = {value}", setattr, future, attribute, value)
    attempt(f"del {attribute}", delattr, future, attribute)

print("pending")
future = asyncio.Future(loop=loop)
state_of(future)
future.extra = [1]
attempt("extra", getattr, future, "extra")
attempt("result", future.result)
attempt("exception", future.exception)
future.add_done_callback(print, context="context")
future.add_done_callback(len, context=None)
future.add_done_callback(print, context=3)
attempt("_callbacks", getattr, future, "_callbacks")
attempt("repr", repr, future)
attempt("remove", future.remove_done_callback, print)
attempt("_callbacks", getattr, future, "_callbacks")
attempt("remove", future.remove_done_callback, len)
attempt("_callbacks", getattr, future, "_callbacks")
for arguments, keywords in (((), {}), ((1, 2), {}), ((1,), {"fn": 2}), ((), {"fn": 2}), ((1,), {"context": 1, "a": 2})):
    attempt(f"add{arguments}{keywords}", future.add_done_callback, *arguments, **keywords)

print("exceptions that are none")
for thing in (3, int, object(), StopIteration, StopIteration(1), type("E", (Exception,), {"__new__": lambda cls: 5})):
    attempt(type(thing).__name__, future.set_exception, thing)
print(future._state)

print("finished")
future.set_result([1])
state_of(future)
attempt("set_result", future.set_result, 2)
attempt("set_exception", future.set_exception, ValueError)
attempt("cancel", future.cancel)
attempt("repr", repr, future)

print("failed")
future = asyncio.Future(loop=loop)
future.set_exception(KeyError("key"))
attempt("repr", repr, future)
print(future._log_traceback)
attempt("exception", future.exception)
print(future._log_traceback)
attempt("result", future.result)

print("cancelled")
future = asyncio.Future(loop=loop)
attempt("cancel", future.cancel, msg="why")
attempt("cancel", future.cancel, "again")
state_of(future)
attempt("result", future.result)
attempt("exception", future.exception)
attempt("make", future._make_cancelled_error)
future._cancel_message = None
attempt("result", future.result)

print("arguments")
for arguments, keywords in (((1,), {}), ((), {"x": 1}), ((), {"loop": loop, "x": 1}), ((), {"loop": 3})):
    attempt(f"{len(arguments)}, {sorted(keywords)}", asyncio.Future, *arguments, **keywords)
print(asyncio.Future[int], asyncio.Task[int])

print("initialized again")
future.set_name = 1
future.__init__(loop=loop)
print(future, future.set_name)


class Slotted(asyncio.Future):
    __slots__ = ("more",)


class Sub(asyncio.Future):
    def __init__(self, **keywords):
        super().__init__(**keywords)
        self.names = sorted(keywords), hasattr(self, "__dict__")


made = Slotted(loop=loop)
made.more = 1
print(made.more, Sub(loop=loop).names, isinstance(made, asyncio.Future))
state = sys.getrefcount(loop)
for _ in range(100):
    asyncio.Future(loop=loop).cancel()
print(sys.getrefcount(loop) - state)
loop.close()
