"""async for and async with: streams and resources whose steps may wait."""
import asyncio
from contextlib import AsyncExitStack, aclosing, asynccontextmanager


async def ticks(n):
    """yield and await in one function: an async generator."""
    try:
        for i in range(n):
            await asyncio.sleep(0)
            yield i
    finally:
        print("  ticks closed")


async def evens(source):
    async for n in source:
        if n % 2 == 0:
            yield n


class Lines:
    """The protocol by hand: __aiter__ gives the iterator, __anext__ a coroutine, StopAsyncIteration the end."""

    def __init__(self, text):
        self.lines = iter(text.splitlines())

    def __aiter__(self):
        return self

    async def __anext__(self):
        await asyncio.sleep(0)
        try:
            return next(self.lines)
        except StopIteration:
            raise StopAsyncIteration from None


class Connection:
    def __init__(self, name):
        self.name = name

    async def __aenter__(self):
        print("  open", self.name)
        await asyncio.sleep(0)
        return self

    async def __aexit__(self, kind, error, traceback):
        await asyncio.sleep(0)
        print("  close", self.name, kind and kind.__name__)
        return kind is KeyError              # suppresses that one


@asynccontextmanager
async def transaction(connection):
    print("  begin on", connection.name)
    try:
        yield "cursor"
    except ValueError:
        print("  roll back")
        raise
    else:
        print("  commit")


async def echo():
    """Values can be sent in, as into any generator."""
    received = yield "ready"
    while True:
        received = yield f"echo {received}"


async def main():
    print([n async for n in evens(ticks(7))])
    print({line: len(line) async for line in Lines("one\nthree")}, await anext(aiter(Lines("first\nsecond"))))
    print(await anext(Lines(""), "nothing"))

    # Left early: aclosing makes the clean-up happen here and not some time later.
    async with aclosing(ticks(100)) as stream:
        async for n in stream:
            if n == 2:
                break
    print("left at", n)

    async with Connection("db") as db, transaction(db) as cursor:
        print(" ", cursor)
    async with Connection("cache"):
        raise KeyError("suppressed")
    try:
        async with Connection("db") as db, transaction(db):
            raise ValueError("wrong")
    except ValueError as error:
        print("came out:", error)

    async with AsyncExitStack() as stack:
        opened = [await stack.enter_async_context(Connection(f"c{i}")) for i in range(3)]
        print(" ", len(opened), "open")

    talk = echo()
    print(await talk.asend(None), await talk.asend("hello"))
    try:
        await talk.athrow(LookupError("out"))
    except LookupError as error:
        print("thrown through:", error)
    print([n async for n in talk], talk.ag_frame)


asyncio.run(main())
