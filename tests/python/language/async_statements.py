"""async for, async with and await driven by hand: order of calls, suppression, else, errors and asynchronous comprehensions."""


def drive(coroutine):
    log = []
    try:
        while True:
            log.append(coroutine.send(None))
    except StopIteration as stop:
        return log, stop.value


class Pause:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        yield f"pause {self.value}"
        return self.value


class Count:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        print("aiter", end=" ")
        return self

    async def __anext__(self):
        if not self.n:
            raise StopAsyncIteration
        self.n -= 1
        return await Pause(self.n)


class Manager:
    def __init__(self, swallow=False):
        self.swallow = swallow

    async def __aenter__(self):
        return await Pause("enter")

    async def __aexit__(self, kind, value, trace):
        await Pause(f"exit {kind and kind.__name__} {value}")
        return self.swallow


async def loops():
    async for x in Count(3):
        if x == 1:
            continue
        print("body", x, end=" ")
    else:
        print("else", end=" ")
    async for x in Count(9):
        break
    else:
        print("never")
    return x


async def managers():
    async with Manager() as a, Manager(True) as b:
        print(a, b)
        raise ValueError("inside")
    async with (Manager() as c, Manager()):
        return "returned through both"


async def comprehensions():
    return ([x async for x in Count(3)], {x async for x in Count(2)}, {x: await Pause(x) async for x in Count(2)},
            [await Pause(y) for y in "ab"], [x + y async for x in Count(2) if x async for y in Count(2)],
            [z async for z in (w async for w in Count(2))])


async def fails():
    try:
        async with Manager():
            async for _ in Count(1):
                raise KeyError("k")
    except KeyError as error:
        return repr(error)
    finally:
        await Pause("finally")


for coroutine in (loops(), managers(), comprehensions(), fails()):
    print(drive(coroutine))


class NotAsync:
    def __aiter__(self):
        return 3

    def __aenter__(self):
        return 4

    def __aexit__(self, *args):
        return 5


async def wrong(which):
    if which == 0:
        async for _ in [1]: pass
    if which == 1:
        async for _ in NotAsync(): pass
    if which == 2:
        async with NotAsync(): pass
    if which == 3:
        async with 3: pass
    if which == 4:
        await 5
    if which == 5:
        with Manager(): pass
    if which == 6:
        return [x for x in Count(2)]
    if which == 7:
        return [x async for x in "ab"]


for which in range(8):
    try:
        drive(wrong(which))
    except TypeError as error:
        print(which, error)
