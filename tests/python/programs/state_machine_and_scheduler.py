"""A state machine from a table, a scheduler of generators, memoised dynamic programming."""
import functools
import heapq


class Turnstile:
    table = {("locked", "coin"): ("open", "unlock"), ("open", "push"): ("locked", "lock"), ("open", "coin"): ("open", "thank"), ("locked", "push"): ("locked", "alarm")}

    def __init__(self):
        self.state, self.log = "locked", []

    def feed(self, event):
        try:
            self.state, action = self.table[self.state, event]
        except KeyError as error:
            raise ValueError(f"no way out of {error.args[0][0]} by {event}") from None
        self.log.append(getattr(self, f"do_{action}", lambda: action)())
        return self

    def do_alarm(self):
        return "ALARM"


machine = Turnstile().feed("push").feed("coin").feed("coin").feed("push")
print(machine.state, machine.log)
try:
    machine.feed("kick")
except ValueError as error:
    print(error, error.__cause__, error.__suppress_context__)


class Scheduler:
    def __init__(self):
        self.now, self.queue, self.number = 0, [], 0

    def add(self, task, delay=0):
        self.number += 1
        heapq.heappush(self.queue, (self.now + delay, self.number, task))

    def run(self):
        while self.queue:
            self.now, _, task = heapq.heappop(self.queue)
            try:
                self.add(task, task.send(self.now if task.gi_frame.f_lasti > 10 else None))
            except StopIteration as stop:
                print(f"{self.now:4} {task.__name__} ended with {stop.value}")
            except Exception as error:
                print(f"{self.now:4} {task.__name__} failed: {error!r}")


def ticker(name, period, times):
    for _ in range(times):
        now = yield period
        print(f"{now:4} {name}")
    return name.upper()


def failing():
    yield 4
    raise RuntimeError("broken")


scheduler = Scheduler()
for task in (ticker("slow", 5, 2), ticker("fast", 2, 4), failing()):
    task.send(None) if False else scheduler.add(task)
scheduler.run()


@functools.cache
def edits(a, b):
    if not a or not b:
        return len(a) + len(b)
    return min(edits(a[1:], b) + 1, edits(a, b[1:]) + 1, edits(a[1:], b[1:]) + (a[0] != b[0]))


def knapsack(items, room):
    best = [0] * (room + 1)
    for weight, value in items:
        for space in range(room, weight - 1, -1):
            best[space] = max(best[space], best[space - weight] + value)
    return best[room]


print(edits("kitten", "sitting"), edits.cache_info().misses, knapsack([(3, 4), (4, 5), (7, 10), (8, 11)], 15))
queens = lambda n, row=0, at=(): [at] if row == n else [s for c in range(n) if all(c != q and abs(c - q) != row - r for r, q in enumerate(at)) for s in queens(n, row + 1, at + (c,))]
print(queens(6), len(queens(7)))
