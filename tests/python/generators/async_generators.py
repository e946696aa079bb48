"""Async generators driven by hand: asend, athrow, aclose, finalizer hooks, ag_* attributes, misuse."""
import sys


class Wait:
    def __init__(self, tag):
        self.tag = tag

    def __await__(self):
        got = yield self.tag
        return got


def drive(awaitable, *sends):
    iterator = awaitable.__await__()
    out = []
    try:
        value = next(iterator)
        out.append(value)
        for send in sends:
            out.append(iterator.send(send))
        out.append("suspended")
    except StopIteration as stop:
        out.append(("done", stop.value))
    except BaseException as error:
        out.append(repr(error))
    return out


async def numbers():
    try:
        got = yield 1
        print("got", got)
        print("awaited", await Wait("tag"))
        try:
            yield 2
        except ValueError as error:
            print("caught", error)
            yield "after"
    finally:
        print("cleanup")


g = numbers()
print(type(g), g.ag_running, g.ag_await, g.ag_frame is not None, g.ag_code.co_name, g.__aiter__() is g)
print(drive(g.asend(None)))
print(drive(g.asend("hello"), "value"))
print(drive(g.athrow(ValueError("thrown"))))
print(drive(g.__anext__()))
print(drive(g.__anext__()), drive(g.aclose()), g.ag_frame)
g = numbers()
print(drive(g.asend(5)))
g = numbers()
print(drive(g.aclose()), drive(g.__anext__()))
g = numbers()
drive(g.__anext__())
print(drive(g.aclose()))


async def stubborn():
    while True:
        try:
            yield 1
        except GeneratorExit:
            pass


g = stubborn()
drive(g.__anext__())
print(drive(g.aclose()))


async def comprehension(source):
    squares = [x * x async for x in source if x]
    return squares, {x: await Wait(x) for x in (1,)} if False else None


async def few():
    for x in (0, 1, 2):
        yield x

print(drive(comprehension(few())))


async def stop_inside():
    yield 1
    raise StopAsyncIteration("inside")


async def stop_sync():
    yield 1
    raise StopIteration("sync inside")


for make in (stop_inside, stop_sync):
    g = make()
    drive(g.__anext__())
    print(drive(g.__anext__()))
g = few()
first = g.__anext__()
print(drive(first))
try:
    first.send(None)
except RuntimeError as error:
    print(error)
for action in (lambda: next(few()), lambda: iter(few()), lambda: [x for x in few()], lambda: drive(few()), lambda: few().send(1)):
    try:
        action()
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
hooks = []
sys.set_asyncgen_hooks(firstiter=lambda g: hooks.append("first"), finalizer=lambda g: hooks.append("final"))
g = few()
drive(g.__anext__())
del g
print(hooks, sys.get_asyncgen_hooks().finalizer is not None)
sys.set_asyncgen_hooks(None, None)
