"""Many jobs, few at a time: semaphores, queues with workers, and TaskGroup, which leaves nobody behind."""
import asyncio

running = most = 0


async def fetch(page):
    """Stands for a request that takes a while."""
    global running, most
    running += 1
    most = max(most, running)
    await asyncio.sleep(0.001)
    running -= 1
    return f"page {page}"


async def with_semaphore():
    limit = asyncio.Semaphore(3)

    async def one(page):
        async with limit:
            return await fetch(page)

    return await asyncio.gather(*map(one, range(10)))


async def with_workers():
    todo, results = asyncio.Queue(), []
    for page in range(10):
        todo.put_nowait(page)

    async def worker():
        while True:
            page = await todo.get()
            results.append(await fetch(page))
            todo.task_done()

    workers = [asyncio.create_task(worker()) for _ in range(3)]
    await todo.join()                        # all is done; the workers wait for more
    for task in workers:
        task.cancel()
    await asyncio.gather(*workers, return_exceptions=True)
    return sorted(results)


async def producer_and_consumer():
    """A queue of limited size makes the faster side wait for the slower one."""
    queue, log = asyncio.Queue(maxsize=2), []

    async def produce():
        for n in range(5):
            await queue.put(n)
            log.append(f"+{n}")
        await queue.put(None)

    async def consume():
        while (n := await queue.get()) is not None:
            log.append(f"-{n}")
            await asyncio.sleep(0)

    await asyncio.gather(produce(), consume())
    return log


async def fail(after):
    await asyncio.sleep(after)
    raise ValueError(f"failed after {after}")


async def main():
    global most
    pages = await with_semaphore()
    print(len(pages), pages[0], pages[-1], "at once:", most)
    most = 0
    pages = await with_workers()
    print(len(pages), "at once:", most)
    log = await producer_and_consumer()
    print(log[:3], len(log), max(sum(1 if e[0] == "+" else -1 for e in log[:i]) for i in range(len(log) + 1)) <= 3)

    async with asyncio.TaskGroup() as group:     # waits for all at its end
        tasks = [group.create_task(fetch(n)) for n in (1, 2)]
    print([task.result() for task in tasks])

    # If one fails the others are cancelled, and all errors come out together.
    witness = None
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail(0))
            group.create_task(fail(0))
            witness = group.create_task(asyncio.sleep(10))
    except* ValueError as errors:
        print([str(error) for error in errors.exceptions], witness.cancelled())

    # Locks and events are for tasks, too: the state is safe between two awaits, not across them.
    lock, total = asyncio.Lock(), 0

    async def add():
        nonlocal total
        async with lock:
            read = total
            await asyncio.sleep(0)
            total = read + 1

    await asyncio.gather(*(add() for _ in range(10)))
    print(total)


asyncio.run(main())
