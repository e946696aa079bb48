"""Cancelling raises CancelledError where the task waits: it can clean up, and it should pass it on."""
import asyncio


async def job(log, name="job"):
    log.append(f"{name} begins")
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        log.append(f"{name} cancelled {error.args}")
        raise
    finally:
        log.append(f"{name} cleans up")


async def stubborn():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        return "I stay"                      # swallows it: bad manners, but possible


async def main():
    log = []
    task = asyncio.create_task(job(log))
    await asyncio.sleep(0)
    print(task.cancel("not needed"), task.cancelled(), task.cancelling())
    try:
        await task
    except asyncio.CancelledError:
        print(log, task.cancelled())
    print("again:", task.cancel())           # nothing to cancel any more

    never = asyncio.create_task(job(log := []))
    never.cancel()                           # before it has begun: its body never runs
    await asyncio.gather(never, return_exceptions=True)
    print(log, never.cancelled())

    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    task.cancel()
    print(await task)

    # A timeout is a cancellation by the clock.
    try:
        async with asyncio.timeout(0.001):
            await job(log := [], "slow")
    except TimeoutError:
        print("too slow:", log)
    try:
        await asyncio.wait_for(asyncio.sleep(10), 0.001)
    except asyncio.TimeoutError as error:
        print(type(error).__name__, asyncio.TimeoutError is TimeoutError)
    async with asyncio.timeout(5) as limit:
        limit.reschedule(None)               # no limit any more
        print("in time", limit.expired())

    # shield: the waiter is cancelled, the work goes on.
    work = asyncio.create_task(asyncio.sleep(0.005, "finished"))
    try:
        await asyncio.wait_for(asyncio.shield(work), 0.001)
    except TimeoutError:
        print("waiting was given up;", await work)

    # Cancelling a parent reaches what it waits for.
    async def parent():
        await asyncio.gather(job(log, "left"), job(log, "right"))

    log = []
    task = asyncio.create_task(parent())
    await asyncio.sleep(0.001)
    task.cancel()
    await asyncio.wait([task])
    print(log)


asyncio.run(main())

# Leaving run() cancels what is still under way.
log = []


async def leave():
    asyncio.create_task(job(log, "forgotten"))
    await asyncio.sleep(0)


asyncio.run(leave())
print(log)
