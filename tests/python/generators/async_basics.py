"""Coroutines driven by hand: await, send, throw, close, warnings for never awaited ones, async with and for."""
import warnings


class Awaitable:
    def __init__(self, *values):
        self.values = values

    def __await__(self):
        received = []
        for value in self.values:
            received.append((yield value))
        return received


def drive(coroutine, sends=()):
    sends = list(sends)
    out = []
    try:
        value = coroutine.send(None)
        while True:
            out.append(value)
            value = coroutine.send(sends.pop(0) if sends else None)
    except StopIteration as stop:
        return out, stop.value


async def simple():
    return await Awaitable(1, 2)


async def outer():
    first = await simple()
    second = await simple()
    return first, second


print(drive(simple(), "ab"), drive(outer(), "abcd"))


def attempt(label, function):
    try:
        print(label, repr(function()))
    except BaseException as error:
        print(label, "->", type(error).__name__, error)


async def bad_await():
    await 5


async def await_wrong():
    class W:
        def __await__(self):
            return 5
    await W()


attempt("await int", lambda: drive(bad_await()))
attempt("await wrong", lambda: drive(await_wrong()))
c = simple()
attempt("send non-None", lambda: c.send(5))
attempt("iterate", lambda: list(c))
attempt("for", lambda: iter(c))
print(drive(c))
attempt("awaited twice", lambda: c.send(None))
c = simple()
c.send(None)
attempt("throw", lambda: c.throw(KeyError("k")))
c = simple()
attempt("close unstarted", c.close)


class Manager:
    def __init__(self, swallow):
        self.swallow = swallow

    async def __aenter__(self):
        await Awaitable("enter")
        return "entered"

    async def __aexit__(self, kind, value, traceback):
        await Awaitable("exit")
        print("exit with", kind and kind.__name__)
        return self.swallow


async def with_statement(swallow, error):
    async with Manager(swallow) as name:
        print(name)
        if error:
            raise error
    return "after"


attempt("with", lambda: drive(with_statement(False, None)))
attempt("with swallow", lambda: drive(with_statement(True, KeyError("in body"))))
attempt("with raise", lambda: drive(with_statement(False, KeyError("in body"))))


class Counter:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        await Awaitable(f"wait {self.n}")
        return self.n


async def loop():
    seen = []
    async for value in Counter(3):
        if value == 1:
            continue
        seen.append(value)
    else:
        seen.append("else")
    return seen, [v async for v in Counter(2)], {v: await simple() async for v in Counter(1)}


attempt("loop", lambda: drive(loop()))


async def wrong_for():
    async for x in [1]:
        pass


async def wrong_with():
    async with 5:
        pass


attempt("for list", lambda: drive(wrong_for()))
attempt("with int", lambda: drive(wrong_with()))


async def agen():
    for i in range(3):
        received = yield i
        print("agen received", received)
    await Awaitable("inside")


async def use_agen():
    g = agen()
    print(await g.asend(None), await g.asend("x"))
    await g.aclose()
    return [i async for i in agen()]


attempt("async generator", lambda: drive(use_agen()))


async def raises_stop():
    raise StopIteration("x")


attempt("stop inside", lambda: drive(raises_stop()))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    simple()
print([str(w.message) for w in caught])
c = simple()
print(c.cr_running, c.cr_await, c.cr_code.co_name, c.cr_frame is not None, c.__name__)
c.close()
print(c.cr_frame)
