"""asyncio: a task drives a coroutine, a future is a result to come, callbacks run when it is there."""
import asyncio


async def step(name, turns):
    for turn in range(turns):
        print(f"  {name} {turn}")
        await asyncio.sleep(0)               # gives the others a turn
    return name * turns


async def main():
    print("one after the other:")
    print(await step("a", 2), await step("b", 1))

    print("together:")
    first = asyncio.create_task(step("a", 2), name="first")
    second = asyncio.create_task(step("b", 3))
    print(first.done(), first.get_name())    # it has not begun: this task has not given way yet
    print(await second, first.done(), first.result())

    print("gather keeps the order of the arguments:")
    print(await asyncio.gather(step("x", 2), step("y", 1)))

    # A future by hand: one waits, another sets.
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.add_done_callback(lambda done: print("callback", done.result()))
    loop.call_soon(future.set_result, 42)
    print("waited for", await future)
    for change in (lambda: future.set_result(1), lambda: loop.create_future().result()):
        try:
            change()
        except asyncio.InvalidStateError as error:
            print(type(error).__name__)

    # An exception is kept in the task until somebody asks.
    async def fail():
        raise LookupError("nothing here")

    task = asyncio.create_task(fail())
    await asyncio.sleep(0)
    print(task.done(), repr(task.exception()))
    try:
        await task
    except LookupError as error:
        print("caught", error)
    print(await asyncio.gather(fail(), step("z", 1), return_exceptions=True))

    # Callbacks in order of time.
    order, end = [], loop.create_future()
    loop.call_later(0.02, end.set_result, None)
    loop.call_later(0.01, order.append, "later")
    loop.call_soon(order.append, "soon")
    await end
    print(order)

    # Who comes first.
    tasks = {asyncio.create_task(asyncio.sleep(delay, delay)) for delay in (0.001, 5)}
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print([task.result() for task in done], len(pending))
    for task in pending:
        task.cancel()
    for finished in asyncio.as_completed([asyncio.sleep(0.02, "slow"), asyncio.sleep(0.001, "quick")]):
        print(await finished)
    print(len(asyncio.all_tasks()), asyncio.current_task().get_coro().__name__)


asyncio.run(main())
