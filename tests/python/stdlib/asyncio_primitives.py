"""asyncio: locks, events, conditions, semaphores, queues, timeouts, task groups, gather, wait, shields and
cancellation."""
import asyncio


async def attempt(awaitable):
    try:
        return await awaitable
    except BaseException as error:
        return f"{type(error).__name__}: {error}"


async def worker(name, delay, fail=None):
    try:
        for _ in range(delay):
            await asyncio.sleep(0)
        if fail:
            raise fail
        return name
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise
    finally:
        print(name, "done")


async def main():
    print(await asyncio.gather(worker("a", 3), worker("b", 1), worker("c", 2)))
    print(await asyncio.gather(worker("d", 1), worker("e", 2, KeyError("e")), return_exceptions=True))
    print(await attempt(asyncio.gather(worker("f", 1, ValueError("f")), worker("g", 3))))
    await asyncio.sleep(0.001)
    try:
        async with asyncio.timeout(0.005) as scope:
            await asyncio.sleep(10)
    except TimeoutError:
        print("timed out", scope.expired())
    try:
        async with asyncio.TaskGroup() as group:
            one = group.create_task(worker("t1", 1))
            two = group.create_task(worker("t2", 2, TypeError("t2")))
            three = group.create_task(worker("t3", 50))
    except* TypeError as error:
        print(error.exceptions, one.result(), three.cancelled())
    print(await attempt(asyncio.wait_for(worker("slow", 10 ** 6), 0.005)))
    done, pending = await asyncio.wait([asyncio.create_task(worker("w1", 1)),
                                        asyncio.create_task(worker("w2", 40))],
                                        return_when=asyncio.FIRST_COMPLETED)
    print([t.result() for t in done], len(pending))
    for t in pending:
        t.cancel("message")
        print(await attempt(t), t.cancelled(), t.cancelling())
    lock, log = asyncio.Lock(), []
    async def locked(n):
        async with lock:
            log.append(("in", n))
            await asyncio.sleep(0)
            log.append(("out", n))
    await asyncio.gather(*(locked(n) for n in range(3)))
    print(log, lock.locked(), await attempt(asyncio.sleep(0, "value")))
    try:
        lock.release()
    except RuntimeError as error:
        print(error)
    queue = asyncio.Queue(2)
    async def producer():
        for n in range(5):
            await queue.put(n)
        await queue.put(None)
    async def consumer():
        got = []
        while (item := await queue.get()) is not None:
            got.append(item)
            queue.task_done()
        queue.task_done()
        return got
    task = asyncio.create_task(producer())
    print(await consumer(), await queue.join(), queue.empty(), await task)
    for action in (queue.get_nowait, queue.task_done, lambda: [queue.put_nowait(i) for i in range(3)]):
        try:
            print(action())
        except (asyncio.QueueEmpty, asyncio.QueueFull, ValueError) as error:
            print(type(error).__name__, error)
    pq = asyncio.PriorityQueue()
    for n in (3, 1, 2): pq.put_nowait(n)
    print([pq.get_nowait() for _ in range(3)])
    event, condition, semaphore = asyncio.Event(), asyncio.Condition(), asyncio.Semaphore(2)
    waiter = asyncio.create_task(event.wait())
    await asyncio.sleep(0)
    event.set()
    print(await waiter, event.is_set())
    active = peak = 0
    async def limited():
        nonlocal active, peak
        async with semaphore:
            active += 1
            peak = max(peak, active)
            await asyncio.sleep(0)
            active -= 1
    await asyncio.gather(*(limited() for _ in range(6)))
    print(peak, semaphore.locked())
    async def notified():
        async with condition:
            return await condition.wait_for(lambda: bool(log))
    log.clear()
    waiter = asyncio.create_task(notified())
    await asyncio.sleep(0)
    async with condition:
        log.append(1)
        condition.notify_all()
    print(await waiter)
    future = asyncio.get_running_loop().create_future()
    future.add_done_callback(lambda f: print("callback", f.result()))
    future.set_result(5)
    print(await future, future.done())
    for action in (lambda: future.set_result(6), future.cancel, future.exception,
                   lambda: asyncio.Future().result()):
        try:
            print(action())
        except Exception as error:
            print(type(error).__name__, error)
    shielded = asyncio.create_task(worker("shielded", 5))
    outer = asyncio.shield(shielded)
    outer.cancel()
    print(await attempt(outer), await shielded)
    barrier = asyncio.Barrier(2)
    print(sorted(await asyncio.gather(barrier.wait(), barrier.wait())))
    for completed in asyncio.as_completed([worker("x", 9), worker("y", 1)]):
        print(await completed)
    print(await asyncio.to_thread(lambda a, b: a + b, 1, b=2))
    loop = asyncio.get_running_loop()
    order = []
    loop.call_soon(order.append, "soon")
    loop.call_later(0.002, order.append, "later")
    handle = loop.call_later(0.001, order.append, "never")
    handle.cancel()
    await asyncio.sleep(0.004)
    print(order, handle.cancelled(), loop.is_running(), asyncio.current_task().get_name()[:5],
          len(asyncio.all_tasks()))


asyncio.run(main())
for action in (lambda: asyncio.run(5), lambda: asyncio.get_running_loop(),
               lambda: asyncio.run(worker("r", 1, KeyError("through run"))),
               lambda: asyncio.Runner().get_loop().close()):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
async def nested(): asyncio.run(worker("n", 1))
try:
    asyncio.run(nested())
except RuntimeError as error:
    print(error)
with asyncio.Runner() as runner:
    print(runner.run(worker("one", 1)), runner.run(worker("two", 1)))
