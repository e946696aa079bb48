import asyncio


class Gate:
    async def __aenter__(self):
        return "open"

    async def __aexit__(self, *details):
        return False


async def ticks(n):
    for i in range(n):
        yield i


async def double(n):
    await asyncio.sleep(0)
    return n * 2


async def main():
    async with Gate() as state:
        values = [n async for n in ticks(2)]
    both = await asyncio.gather(double(1), double(2))
    return state, values, both


print(asyncio.run(main()))
