# Coroutines, asynchronous generators, `async with` and `async for` under a tracer.
import sys


class Awaitable:
    def __await__(self):
        got = yield "waiting"
        return got


class Manager:
    async def __aenter__(self):
        return 1

    async def __aexit__(self, *exc):
        return True


async def numbers():
    for i in range(2):
        yield i


async def main():
    total = await Awaitable()
    async for number in numbers():
        total += number
    async with Manager() as one:
        total += one
        raise KeyError
    return [x async for x in numbers()], total


def tracer(frame, event, argument):
    if event == "exception":
        argument = argument[0].__name__
    elif not isinstance(argument, (int, str, list, tuple, type(None))):
        argument = type(argument).__name__
    print(event, frame.f_code.co_name, frame.f_lineno - frame.f_code.co_firstlineno, argument)
    return tracer


coroutine = main()
sys.settrace(tracer)
sent = coroutine.send(None)
try:
    coroutine.send(10)
except StopIteration as error:
    result = error.value
sys.settrace(None)
print(sent, result)
