"""Steps called by hand, at wrong times, after the end; tasks initialized twice or never; the books of tasks."""
import asyncio
import gc
import weakref


def attempt(function, *arguments, **keywords):
    try:
        result = function(*arguments, **keywords)
        print("  ->", "ok" if result in (None, True) else result)
    except BaseException as error:
        print("  !!", type(error).__name__, error)


class Loop:
    def __init__(self):
        self.steps = []

    def get_debug(self):
        return False

    def call_soon(self, function, *arguments, context):
        self.steps.append((function, arguments, context))

    def call_exception_handler(self, context):
        print("  handler:", context["message"])

    def __repr__(self):
        return "<loop>"


async def three():
    for number in range(3):
        await asyncio.sleep(0)
    return number


async def reenter(steps):
    for step in list(steps):
        attempt(step)
    await asyncio.sleep(0)


loop = Loop()
print("steps by hand")
task = asyncio.Task(three(), loop=loop, name="three")
step = loop.steps[0][0]
for _ in range(5):
    attempt(step)
print(task, len(loop.steps))

print("a step within the step")
loop = Loop()
first, second = [], []
one = asyncio.Task(reenter(first), loop=loop, name="one")
two = asyncio.Task(reenter(second), loop=loop, name="two")
first.append(loop.steps[0][0])
first.append(loop.steps[1][0])
attempt(first[0])
print(one.done(), two.done(), asyncio.tasks._current_tasks.get(loop))
one._log_destroy_pending = two._log_destroy_pending = False

print("initialized twice")
loop = Loop()
task = asyncio.Task(three(), loop=loop, name="first")
attempt(task.__init__, three(), loop=loop, name="second")
print(task.get_name(), len(loop.steps))
for step, arguments, _ in loop.steps * 3:
    attempt(step, *arguments)
print(task.done())
attempt(task.__init__, 5, loop=loop)
print(task)

print("never initialized")
task = asyncio.Task.__new__(asyncio.Task)
attempt(repr, task)
attempt(task.cancel)
attempt(task.cancelling)
attempt(task.get_name)
attempt(asyncio.tasks._register_task, task)
asyncio.tasks._unregister_task(task)
del task

print("contexts that are none")
for context in (5, None, "x"):
    loop = Loop()
    coroutine = three()
    task = asyncio.Task(coroutine, loop=loop, context=context)
    print(type(loop.steps[0][2]).__name__)
    task._log_destroy_pending = False

print("pending tasks die")
loop = Loop()
task = asyncio.Task(three(), loop=loop, name="lost")
reference = weakref.ref(task, lambda reference: print("  weak reference called"))
task.extra = task
loop.steps.clear()
del task
gc.collect()
print(reference())

print("names that are no texts")


class BadText:
    def __str__(self):
        raise ValueError("no text")


class Text(str):
    pass


loop = Loop()
coroutine = three()
attempt(asyncio.Task, coroutine, loop=loop, name=BadText())
coroutine.close()
task = asyncio.Task(three(), loop=loop, name=Text("sub"))
print(type(task.get_name()).__name__)
task.set_name(3.5)
print(repr(task.get_name()))
attempt(task.set_name, BadText())
print(repr(task.get_name()))
task._log_destroy_pending = False

print("not coroutines")
for thing in (3, three, None, iter([]), (x for x in ())):
    try:
        asyncio.Task(thing, loop=loop)
    except TypeError as error:
        print(" ", str(error).split(" at 0x")[0])


class Like:
    """A coroutine by its methods."""

    def __init__(self):
        self.count = 0

    def send(self, value):
        self.count += 1
        if self.count == 3:
            raise StopIteration("sent " + str(value))

    def throw(self, *arguments):
        print("  thrown", arguments)
        raise arguments[0]

    def close(self):
        pass

    def __await__(self):
        return iter(())


import collections.abc
collections.abc.Coroutine.register(Like)
loop = Loop()
task = asyncio.Task(Like(), loop=loop, name="like")
for number in range(3):
    attempt(loop.steps[-1][0])
print(task.result())
task = asyncio.Task(Like(), loop=loop, name="like")
task.cancel("why")
attempt(loop.steps[-1][0])
print(task.cancelled(), task._cancel_message)
attempt(task.result)
attempt(task.result)
