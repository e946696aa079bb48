"""Generators driven by for loops and by `yield from`: what they return, raise, catch and who sees them running."""
import sys


def numbers(n):
    for i in range(n):
        yield i
    return "done"


def delegate(n):
    result = yield from numbers(n)
    yield result


def failing(n):
    yield from numbers(n)
    raise KeyError(n)


def stopping(n):
    yield n
    raise StopIteration("leaves")


def reentrant():
    global running
    yield 1
    try:
        for _ in running:
            pass
    except ValueError as error:
        yield str(error)


def echo():
    received = []
    while True:
        try:
            received.append((yield len(received)))
        except ZeroDivisionError as error:
            received.append(type(error).__name__)
        if len(received) > 4:
            return received


def outer():
    result = yield from echo()
    print("echo returned", result)
    return "outer"


def consume(make, *arguments):
    items = []
    try:
        for item in make(*arguments):
            items.append(item)
    except Exception as error:
        items.append((type(error).__name__, str(error), type(error.__cause__).__name__))
    return items


def tree(depth):
    if depth:
        yield from tree(depth - 1)
        yield depth
        yield from tree(depth - 1)


def handled():
    try:
        raise LookupError("outer")
    except LookupError:
        yield sys.exc_info()[0].__name__
        for item in inner_handled():
            yield item
        yield sys.exc_info()[0].__name__


def inner_handled():
    yield str(sys.exc_info()[1])
    try:
        raise OSError("inner")
    except OSError as error:
        yield repr(error.__context__)
    yield str(sys.exc_info()[1])


def deep(n):
    if n:
        for item in deep(n - 1):
            yield item
    else:
        yield sys._getframe().f_back.f_code.co_name


for make, *arguments in ((numbers, 4), (delegate, 3), (failing, 2), (stopping, 1), (tree, 4), (handled,), (deep, 50)):
    for _ in range(12):
        consume(make, *arguments)
    print(make.__name__, consume(make, *arguments))
for _ in range(12):
    running = reentrant()
    seen = [item for item in running]
print(seen)
for _ in range(12):
    driver = outer()
    steps = [next(driver), driver.send("a"), driver.send(None), driver.throw(ZeroDivisionError), driver.send("b")]
    try:
        driver.send("c")
    except StopIteration as stop:
        steps.append(stop.value)
print(steps)


def closing():
    try:
        yield from numbers(10)
    except GeneratorExit:
        print("closed")
        raise


for _ in range(3):
    generator = closing()
    for item in generator:
        if item == 2:
            break
    generator.close()
    print(list(generator))


def runaway(n):
    for item in runaway(n + 1):
        yield item


try:
    list(runaway(0))
except RecursionError as error:
    print("RecursionError", error)


async def leaf(n):
    return n * 2


async def branch(n):
    total = 0
    for i in range(n):
        total += await leaf(i)
    return total


for _ in range(20):
    coroutine = branch(10)
    try:
        coroutine.send(None)
    except StopIteration as stop:
        result = stop.value
print(result)
