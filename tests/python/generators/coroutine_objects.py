"""Coroutines as objects: send, throw, close, cr_* attributes, await of wrong things, __await__ results, types.coroutine."""
import types
import warnings
warnings.simplefilter("ignore")


@types.coroutine
def pause(value):
    return (yield value)


async def worker(a):
    try:
        got = await pause(a)
        return got * 2
    except ValueError as error:
        return f"handled {error}"
    finally:
        print("finally")


c = worker(1)
print(type(c), c.cr_running, c.cr_suspended, c.cr_await, c.cr_frame.f_lineno > 0, c.cr_code.co_name, c.cr_origin, c.__name__)
print(c.send(None), c.cr_suspended, c.cr_await.__name__)
try:
    c.send(21)
except StopIteration as stop:
    print(stop.value, c.cr_frame)
for action in (lambda: c.send(None), lambda: c.throw(ValueError), lambda: c.close()):
    try:
        print(action())
    except RuntimeError as error:
        print(error)
c = worker(2)
c.send(None)
try:
    c.throw(ValueError("x"))
except StopIteration as stop:
    print(stop.value)
c = worker(3)
try:
    c.send("too early")
except TypeError as error:
    print(error)
c.close()


class Awaitable:
    def __init__(self, result):
        self.result = result

    def __await__(self):
        return self.result


async def waits(value):
    return await value


def run(coroutine):
    try:
        while True:
            coroutine.send(None)
    except StopIteration as stop:
        return stop.value


for value in (5, None, "text", [], (i for i in ()), Awaitable(iter([])), Awaitable([]), Awaitable(None), Awaitable((i for i in (1, 2))), worker, Awaitable, len):
    try:
        print(run(waits(value)))
    except TypeError as error:
        print(error)
inner = waits(pause(0))
try:
    print(run(waits(Awaitable(inner))))
except TypeError as error:
    print(error)
shared = waits(pause(7))
shared.send(None)
try:
    waits(shared).send(None)
except RuntimeError as error:
    print(error)
for action in (lambda: iter(worker(1)), lambda: next(worker(1)), lambda: list(worker(1)), lambda: worker(1)(), lambda: type(c)()):
    try:
        action()
    except TypeError as error:
        print(error)


async def with_and_for():
    results = []

    class Manager:
        async def __aenter__(self):
            results.append(await pause("enter"))
            return self

        async def __aexit__(self, kind, value, tb):
            results.append(kind)
            return kind is KeyError

    class Loop:
        n = 0

        def __aiter__(self):
            return self

        async def __anext__(self):
            self.n += 1
            if self.n > 2:
                raise StopAsyncIteration
            return self.n
    async with Manager():
        async for i in Loop():
            results.append(i)
        else:
            results.append("else")
    async with Manager():
        raise KeyError
    return results

print(run(with_and_for()))
print(types.CoroutineType is type(c), hasattr(c, "__iter__"), hasattr(c, "__await__"), type(c.__await__()).__name__ if False else "coroutine_wrapper")
