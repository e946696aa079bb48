"""Cancelling tasks: before they start, in callbacks, from themselves, while they wait for futures that refuse; the
counts; which exception and message come out, with which context."""
import asyncio


def shown(error):
    text = f"{type(error).__name__}{error.args}"
    return text + (" from " + shown(error.__context__) if error.__context__ else "")


async def outcome(task):
    try:
        return await task
    except BaseException as error:
        return shown(error)


async def forever(log=print):
    try:
        await asyncio.Event().wait()
    finally:
        log("  cleaning up")


async def stubborn(times):
    while times:
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError as error:
            task = asyncio.current_task()
            print("  refused", error.args, task.cancelling(), task.uncancel(), task.uncancel())
            times -= 1
    return "survived"


async def main():
    print("before the start")
    task = asyncio.create_task(forever())
    print(task.cancel("early"), task._must_cancel, task.cancelling(), task.cancelled())
    print(await outcome(task), task.cancelled(), task.cancel())

    print("while waiting")
    task = asyncio.create_task(forever())
    await asyncio.sleep(0)
    print(task.cancel("first"), task.cancel("second"), task._must_cancel, task.cancelling())
    print(await outcome(task))

    print("refused")
    task = asyncio.create_task(stubborn(2))
    await asyncio.sleep(0)
    for message in ("one", "two"):
        task.cancel(message)
        await asyncio.sleep(0)
        await asyncio.sleep(0)
    print(await outcome(task), task.cancelling())

    print("itself")

    async def suicide():
        asyncio.current_task().cancel("self")
        print("  goes on")
        await asyncio.sleep(0)
        print("  never here")

    print(await outcome(asyncio.create_task(suicide())))

    async def at_the_end():
        asyncio.current_task().cancel("late")
        return 5

    task = asyncio.create_task(at_the_end())
    print(await outcome(task), task.cancelled())

    async def raises_after():
        asyncio.current_task().cancel("late")
        raise KeyError("own")

    task = asyncio.create_task(raises_after())
    print(await outcome(task), task.cancelled(), task._must_cancel)

    print("from a callback")
    inner = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(outcome(inner))
    await asyncio.sleep(0)
    inner.add_done_callback(lambda future: print("  callback cancels", task.cancel("callback")))
    inner.set_result(7)
    print(await outcome(task))

    print("chains")

    async def outer(inner):
        try:
            await inner
        except asyncio.CancelledError:
            raise ValueError("instead")

    inner = asyncio.create_task(forever())
    task = asyncio.create_task(outer(inner))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel("passed on")
    print(await outcome(task), inner.cancelled(), inner._cancel_message)

    print("shields and groups")
    inner = asyncio.create_task(asyncio.sleep(0.001, "kept"))
    task = asyncio.create_task(outcome(asyncio.shield(inner)))
    await asyncio.sleep(0)
    task.cancel()
    print(await task, await inner)
    task = asyncio.create_task(forever(lambda text: None))
    gathered = asyncio.gather(task, forever())
    await asyncio.sleep(0)
    gathered.cancel("all")
    print(await outcome(gathered), task.cancelled())

    print("results of the cancelled")
    for _ in range(2):
        try:
            task.result()
        except asyncio.CancelledError as error:
            print(error.args, error.__context__ is None)
    try:
        task.exception()
    except asyncio.CancelledError as error:
        print(error.args)
    print(type(task._make_cancelled_error()).__name__)


asyncio.run(main())
