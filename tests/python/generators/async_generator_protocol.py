"""asend, athrow and aclose by hand: order, states, awaits inside, yields in finally, objects used twice,
hooks."""
import sys
import types
import warnings

warnings.simplefilter("ignore")


@types.coroutine
def pause(value):
    return (yield value)


def run(awaitable):
    out = []
    try:
        while True:
            out.append(awaitable.send(None))
    except StopIteration as stop:
        return out + ["->", stop.value]
    except BaseException as error:
        return out + [type(error).__name__, str(error), repr(error.__context__)]


async def generator(n=3):
    try:
        for i in range(n):
            await pause(f"p{i}")
            got = yield i
            if got:
                await pause(f"got {got}")
    except ValueError as error:
        yield f"caught {error}"
    finally:
        await pause("cleanup")


g = generator()
print(g.ag_frame is not None, g.ag_running, g.ag_await, g.ag_code.co_name)
print(run(g.asend("early")), run(g.asend(None)), run(g.asend("value")), run(g.athrow(ValueError("v"))))
print(run(g.__anext__()), run(g.__anext__()), g.ag_frame)
print(run(g.aclose()), run(g.athrow(KeyError)), run(g.asend(None)))
g = generator()
print(run(g.aclose()), run(g.asend(None)))
g = generator()
print(run(g.athrow(KeyError("unstarted"))), run(g.asend(None)))
g = generator()
run(g.asend(None))
print(run(g.aclose()), run(g.aclose()))
g = generator()
run(g.asend(None))
print(run(g.athrow(KeyError, "three", None)), run(g.__anext__()))


async def stubborn():
    while True:
        try:
            yield 1
        except GeneratorExit:
            yield 2


g = stubborn()
run(g.asend(None))
print(run(g.aclose()))
print(run(g.athrow(GeneratorExit)))


async def awaits_in_exit():
    try:
        yield 1
    finally:
        await pause("still here")
        print("left", end=" ")


g = awaits_in_exit()
run(g.asend(None))
closing = g.aclose()
print(closing.send(None), g.ag_running)
try:
    g.asend(None).send(None)
except RuntimeError as error:
    print(error)
try:
    g.aclose().send(None)
except RuntimeError as error:
    print(error)
print(run(closing))
g = generator()
step = g.__anext__()
print(step.send(None))
other = g.__anext__()
for awaitable in (other, g.aclose(), g.athrow(ValueError)):
    try:
        awaitable.send(None)
    except RuntimeError as error:
        print(error)
print(run(step))
try:
    step.send(None)
except RuntimeError as error:
    print(error)
try:
    step.throw(KeyError)
except (RuntimeError, KeyError) as error:
    print(type(error).__name__, error)
step.close()


async def raises(error):
    yield 1
    raise error


for error in (StopIteration(1), StopAsyncIteration(2), KeyError(3), GeneratorExit(4)):
    g = raises(error)
    print(run(g.__anext__()), run(g.__anext__()))
log = []
sys.set_asyncgen_hooks(firstiter=lambda g: log.append("first"), finalizer=lambda g: log.append("final"))
print([h is not None for h in sys.get_asyncgen_hooks()])
g = generator()
g.__anext__()
g.__anext__()
print(log)
run(g.asend(None))
del g, step, other, awaitable
print(log)
sys.set_asyncgen_hooks(None, None)
for bad in ((1,), (None, "x")):
    try:
        sys.set_asyncgen_hooks(*bad)
    except TypeError as error:
        print(error)
for text in ("async def f():\n yield\n return 1", "async def f():\n yield from x",
             "async def f():\n return (yield)",
             "def f():\n await x", "async def f():\n def g(): await x", "await x", "async for x in y: pass",
             "async with x: pass", "lambda: await x", "async def f(): lambda: await x",
             "async def f(a=await b): pass",
             "async def f():\n async lambda: 1", "async x", "def async(): pass", "await = 1"):
    try:
        compile(text, "<t>", "exec")
        print("fine", repr(text))
    except SyntaxError as error:
        print(repr(text), error.msg)
