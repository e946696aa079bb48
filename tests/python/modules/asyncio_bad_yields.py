"""What a task makes of things that its coroutine yields: None, wrong loops, itself, generators, anything else."""
import asyncio
import types

loop = asyncio.new_event_loop()
other = asyncio.new_event_loop()


@types.coroutine
def give(value):
    return (yield value)


class Look:
    """Looks like a future as far as the attributes go."""

    def __init__(self, blocking=True, own_loop=loop, **extra):
        self._asyncio_future_blocking = blocking
        self.own_loop = own_loop
        self.__dict__.update(extra)

    def get_loop(self):
        return self.own_loop

    def add_done_callback(self, function, *, context):
        print("  add_done_callback", function.__name__)
        loop.call_soon(function, self)

    def result(self):
        return 1

    def __repr__(self):
        return "<look>"


class NoTruth:
    def __bool__(self):
        raise ZeroDivisionError("truth")


class Failing(Look):
    def add_done_callback(self, function, *, context):
        raise KeyError("add")


class RaisingResult(Look):
    def result(self):
        raise LookupError("result")


class SlottedBlocking(Look):
    _asyncio_future_blocking = property(lambda self: True, lambda self, value: 1 / 0)

    def __init__(self):
        self.own_loop = loop


class OldLoop:
    """Has only the attribute of the loop."""
    _asyncio_future_blocking = True
    _loop = other

    def __repr__(self):
        return "<old>"


def plain(blocking, on=loop):
    future = on.create_future()
    future._asyncio_future_blocking = blocking
    return future


def generator():
    yield


async def run(label, value):
    try:
        print(" ", label, "gave", await give(value))
    except BaseException as error:
        text = str(error).replace(hex(id(value)), "0x")
        print(" ", label, type(error).__name__, text.split(" at 0x")[0])
        return label


handled = []
loop.set_exception_handler(lambda loop, context: handled.append(context))
for label, value in [("none", None), ("int", 3), ("text", "x"), ("generator", generator()),
                     ("not awaited", plain(False)), ("other loop", plain(True, other)), ("look", Look()),
                     ("look not awaited", Look(False)), ("look elsewhere", Look(True, other)),
                     ("none blocking", Look(None)), ("raising result", RaisingResult()), ("old loop", OldLoop()),
                     ("no truth", Look(NoTruth())), ("failing", Failing()), ("setter", SlottedBlocking())]:
    print(label)
    task = loop.create_task(run(label, value), name="n")
    for _ in range(6):
        loop.call_soon(loop.stop)
        loop.run_forever()
    print("  done", task.done(), task.cancelled(), [str(c["exception"]) for c in handled])
    handled.clear()
    task._log_destroy_pending = False


async def on_itself():
    task = asyncio.current_task()
    task._asyncio_future_blocking = True
    try:
        await give(task)
    except RuntimeError as error:
        print(str(error)[:28])
    try:
        await task
    except RuntimeError as error:
        print(str(error)[:28])

loop.run_until_complete(on_itself())
loop.close()
other.close()
