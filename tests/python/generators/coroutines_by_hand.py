"""Coroutines driven by hand: send, throw, close, __await__ of all kinds, states, double awaits and never
awaited ones."""
import inspect
import types
import warnings

warnings.simplefilter("ignore")


def attempt(function, *args):
    try:
        print(function(*args))
    except BaseException as error:
        print(type(error).__name__, error, repr(error.__context__))


class Awaitable:
    def __init__(self, iterator):
        self.iterator = iterator

    def __await__(self):
        return self.iterator


@types.coroutine
def old_style(value):
    got = yield value
    return got


def plain_generator():
    yield 1


async def awaits(thing):
    return "result", await thing


def run(coroutine, *sends):
    out = []
    try:
        out.append(coroutine.send(None))
        for value in sends:
            out.append(coroutine.send(value))
    except StopIteration as stop:
        out.append(("returned", stop.value))
    return out


attempt(run, awaits(old_style("o")), "sent")
attempt(run, awaits(Awaitable(iter("ab"))), None, None)
attempt(run, awaits(awaits(awaits(old_style(1)))), 2)
for thing in (1, "text", None, plain_generator(), [1], Awaitable([1]), Awaitable(None),
              Awaitable(plain_generator()),
              Awaitable(old_style(3)), awaits, print):
    attempt(run, awaits(thing))
c = awaits(old_style(1))
attempt(run, awaits(Awaitable(c)))
c.close()
attempt(iter, c)
attempt(next, c)
attempt(lambda: [x for x in c])
attempt(run, c)
c = awaits(old_style(1))
print(inspect.getcoroutinestate(c), c.cr_await, c.cr_running, c.cr_frame is not None, c.cr_origin)
c.send(None)
print(inspect.getcoroutinestate(c), type(c.cr_await).__name__, c.cr_code.co_name)
attempt(lambda: c.send(None))
print(inspect.getcoroutinestate(c), c.cr_frame)
attempt(lambda: c.send(None))
attempt(lambda: c.throw(KeyError("late")))
print(c.close())
c = awaits(old_style(1))
attempt(c.send, "too early")
attempt(c.throw, KeyError("unstarted"))
attempt(run, c)
shared = old_style(1)
first, second = awaits(shared), awaits(shared)
first.send(None)
attempt(second.send, None)
other = awaits(old_style(2))
one, two = awaits(other), awaits(other)
one.send(None)
attempt(two.send, None)
one.close()


async def resists():
    while True:
        try:
            await old_style("again")
        except GeneratorExit:
            print("ignored")


async def cleans():
    try:
        await old_style("x")
    finally:
        await old_style("in finally")


c = resists()
c.send(None)
attempt(c.close)
c2 = cleans()
c2.send(None)
attempt(c2.close)
c3 = cleans()
c3.send(None)
attempt(c3.throw, ValueError("v"))
attempt(c3.send, None)


async def itself():
    return me.send(None)


me = itself()
attempt(me.send, None)
wrapper = awaits(old_style(1)).__await__()
print(type(wrapper).__name__, next(wrapper), iter(wrapper) is wrapper)
attempt(wrapper.send, 5)
attempt(next, wrapper)
wrapper.close()
async def stops():
    raise StopIteration(1)
attempt(stops().send, None)
async def stops_async():
    raise StopAsyncIteration(1)
attempt(stops_async().send, None)
print(awaits.__code__.co_flags & inspect.CO_COROUTINE,
      old_style.__code__.co_flags & inspect.CO_ITERABLE_COROUTINE)
del first, second, c
