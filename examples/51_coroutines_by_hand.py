"""What an event loop does: coroutines are functions that can be left and entered again, the loop says when."""
from collections import deque
from heapq import heappop, heappush
from types import coroutine


@coroutine
def pause():
    """The only way out to the loop: a generator's yield."""
    return (yield "pause")


@coroutine
def sleep(ticks):
    yield ("sleep", ticks)


async def child(name):
    print(name, "begins")
    await pause()
    print(name, "goes on")
    return name.upper()


# By hand: send(None) runs to the next yield, StopIteration brings the result.
task = child("by hand")
print(task.send(None))
try:
    task.send(None)
except StopIteration as end:
    print("result", end.value)


class Loop:
    """Ready ones take turns; sleepers wait for their time on a clock that only counts."""

    def __init__(self):
        self.ready, self.sleeping, self.now, self.order = deque(), [], 0, 0
        self.results = {}

    def spawn(self, name, coroutine):
        self.ready.append((name, coroutine))

    def run(self):
        while self.ready or self.sleeping:
            if not self.ready:
                self.now, _, name, task = heappop(self.sleeping)
                self.ready.append((name, task))
            name, task = self.ready.popleft()
            try:
                wanted = task.send(None)
            except StopIteration as end:
                self.results[name] = end.value
                continue
            except Exception as error:
                self.results[name] = error
                continue
            match wanted:
                case "pause":
                    self.ready.append((name, task))
                case ("sleep", ticks):
                    self.order += 1
                    heappush(self.sleeping, (self.now + ticks, self.order, name, task))


async def count(name, step):
    for n in range(3):
        print(f"t={loop.now} {name} {n}")
        await sleep(step)
    return f"{name} done"


async def fail():
    await pause()
    raise ValueError("in the middle")


class Countdown:
    """Whatever has __await__ can be awaited."""

    def __init__(self, n):
        self.n = n

    def __await__(self):
        while self.n:
            self.n -= 1
            yield "pause"
        return "lift-off"


async def rocket():
    return await Countdown(2)


loop = Loop()
for name, task in (("slow", count("slow", 5)), ("fast", count("fast", 2)), ("bad", fail()), ("rocket", rocket())):
    loop.spawn(name, task)
loop.run()
print(loop.results, "at", loop.now)

# await hands everything through, so the loop talks to the innermost coroutine.
outer = child("inner")
print(outer.cr_await, outer.cr_frame.f_lineno > 0, outer.cr_running)
outer.send(None)
print(outer.cr_await.__name__)
outer.close()
try:
    outer.send(None)
except RuntimeError as error:
    print(error)
