"""Runs coroutines: tasks, gather, queues, events, locks, timeouts; most of the time is the event loop's."""

import asyncio


async def producer(queue, count):
    for number in range(count):
        await queue.put(number)
    await queue.put(None)


async def consumer(queue):
    total = 0
    while (item := await queue.get()) is not None:
        total += item
        if item % 50 == 0:
            await asyncio.sleep(0)
    return total


async def worker(lock, counter, rounds):
    for _ in range(rounds):
        async with lock:
            counter["value"] += 1
        await asyncio.sleep(0)


async def leaf(number):
    await asyncio.sleep(0)
    return number


async def tree(depth):
    if depth == 0:
        return await leaf(1)
    return sum(await asyncio.gather(tree(depth - 1), tree(depth - 1)))


async def main():
    queue = asyncio.Queue(10)
    _, total = await asyncio.gather(producer(queue, 25000), consumer(queue))
    lock, counter = asyncio.Lock(), {"value": 0}
    await asyncio.gather(*(worker(lock, counter, 100) for _ in range(60)))
    leaves = await tree(12)
    results = [await asyncio.wait_for(leaf(number), 10) for number in range(2000)]
    print(total, counter["value"], leaves, sum(results))


asyncio.run(main())
