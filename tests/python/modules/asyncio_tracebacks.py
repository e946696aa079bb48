"""Which frames an exception shows that comes out of a task or future, however often it is raised; get_stack and
print_stack; where futures of a debugging loop were made."""
import asyncio
import sys
import traceback


def names(error):
    return [frame.name for frame in traceback.extract_tb(error.__traceback__)]


async def fails():
    await asyncio.sleep(0)
    raise ValueError("inner")


async def middle():
    await fails()


async def outer(task):
    await task


async def main():
    task = asyncio.create_task(middle())
    for _ in range(3):
        try:
            await outer(task)
        except ValueError as error:
            print(names(error))
    for _ in range(3):
        try:
            task.result()
        except ValueError as error:
            print(names(error))
    print(names(task.exception()))

    future = asyncio.get_running_loop().create_future()
    error = KeyError("made elsewhere")
    try:
        raise error
    except KeyError:
        pass
    future.set_exception(error)
    for _ in range(2):
        try:
            await future
        except KeyError as error:
            print(names(error))

    print("stacks")
    waiting = asyncio.create_task(outer(asyncio.create_task(asyncio.sleep(10))))
    await asyncio.sleep(0)
    print([frame.f_code.co_name for frame in waiting.get_stack()], waiting.get_stack(limit=0))
    waiting.print_stack(file=sys.stdout)
    waiting.cancel()
    print([frame.f_code.co_name for frame in task.get_stack()],
          [frame.f_code.co_name for frame in task.get_stack(limit=1)])
    task.print_stack(limit=1, file=sys.stdout)
    done = asyncio.create_task(asyncio.sleep(0))
    await done
    print(done.get_stack())
    done.set_name("d")
    done.print_stack(file=sys.stdout)

    print("debugging")
    loop = asyncio.get_running_loop()
    loop.set_debug(True)
    future = loop.create_future()
    task = asyncio.create_task(fails(), name="named")
    print([frame.name for frame in future._source_traceback][-2:], future._source_traceback[-1].line)
    print([frame.name for frame in task._source_traceback][-2:])
    print(str(future).split(" created")[0], " created at " in str(task))
    loop.set_debug(False)
    print(await asyncio.gather(task, return_exceptions=True))
    future.cancel()


asyncio.run(main())
