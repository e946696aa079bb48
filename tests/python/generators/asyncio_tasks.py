"""asyncio: gather, tasks, cancellation, timeouts, task groups, queues, locks, events, futures, exceptions of tasks."""
import asyncio


async def work(name, steps, log):
    for step in range(steps):
        log.append(f"{name}{step}")
        await asyncio.sleep(0)
    return name.upper()


async def failing():
    await asyncio.sleep(0)
    raise ValueError("task failed")


async def main():
    log = []
    print(await asyncio.gather(work("a", 3, log), work("b", 2, log)), log)
    results = await asyncio.gather(failing(), work("c", 1, []), return_exceptions=True)
    print(results)
    try:
        await asyncio.gather(failing(), work("d", 1, []))
    except ValueError as error:
        print(error)
    task = asyncio.create_task(asyncio.sleep(100), name="sleeper")
    await asyncio.sleep(0)
    task.cancel("told so")
    try:
        await task
    except asyncio.CancelledError as error:
        print("cancelled", error.args, task.cancelled(), task.get_name())
    try:
        await asyncio.wait_for(asyncio.sleep(100), 0.001)
    except TimeoutError as error:
        print("timed out", repr(error))
    try:
        async with asyncio.timeout(0.001):
            await asyncio.Event().wait()
    except TimeoutError:
        print("timeout context")
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(failing())
            group.create_task(asyncio.sleep(100))
    except* ValueError as errors:
        print(errors.exceptions)
    queue = asyncio.Queue(2)

    async def produce():
        for i in range(5):
            await queue.put(i)
        await queue.put(None)

    async def consume():
        got = []
        while (item := await queue.get()) is not None:
            got.append(item)
        return got
    print((await asyncio.gather(produce(), consume()))[1])
    lock, order = asyncio.Lock(), []

    async def locked(n):
        async with lock:
            order.append(f"in{n}")
            await asyncio.sleep(0)
            order.append(f"out{n}")
    await asyncio.gather(*(locked(n) for n in range(3)))
    print(order)
    future = asyncio.get_running_loop().create_future()
    future.add_done_callback(lambda f: print("callback", f.result()))
    future.set_result(5)
    print(await future, future.done())
    for action in (lambda: future.set_result(1), lambda: asyncio.Future().result(), lambda: asyncio.Future().exception()):
        try:
            action()
        except asyncio.InvalidStateError as error:
            print("invalid state")
    semaphore = asyncio.Semaphore(1)
    async with semaphore:
        print(semaphore.locked())
    done, pending = await asyncio.wait([asyncio.create_task(work("w", 1, [])), asyncio.create_task(asyncio.sleep(50))], return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending))
    for p in pending:
        p.cancel()
    for finished in asyncio.as_completed([work("x", 2, []), work("y", 1, [])]):
        print(await finished, end=" ")
    print(await asyncio.to_thread(lambda: "from a thread"))
    return "end"

print(asyncio.run(main()))
try:
    asyncio.run(failing())
except ValueError as error:
    print(error)
try:
    asyncio.run(5)
except ValueError as error:
    print(error)
try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print(error)
