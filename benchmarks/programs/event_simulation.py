"""A bank with clerks and customers as generators driven by an event queue: generators, heapq, closures, dicts."""
import heapq
import itertools


class Simulation:
    def __init__(self):
        self.now = 0.0
        self.queue = []
        self.order = itertools.count()
        self.log = {}

    def schedule(self, delay, process, value=None):
        heapq.heappush(self.queue, (self.now + delay, next(self.order), process, value))

    def spawn(self, process):
        self.schedule(0.0, process)

    def run(self):
        steps = 0
        while self.queue:
            self.now, _, process, value = heapq.heappop(self.queue)
            steps += 1
            try:
                request = process.send(value)
            except StopIteration:
                continue
            kind, argument = request
            if kind == "wait":
                self.schedule(argument, process)
            elif kind == "acquire":
                argument.acquire(process)
            else:
                argument.release()
                self.schedule(0.0, process)
        return steps


class Desk:
    def __init__(self, simulation, clerks):
        self.simulation = simulation
        self.free = clerks
        self.waiting = []
        self.longest = 0

    def acquire(self, process):
        if self.free:
            self.free -= 1
            self.simulation.schedule(0.0, process, True)
        else:
            self.waiting.append(process)
            self.longest = max(self.longest, len(self.waiting))

    def release(self):
        if self.waiting:
            self.simulation.schedule(0.0, self.waiting.pop(0), True)
        else:
            self.free += 1


def random_numbers(seed):
    while True:
        seed = (seed * 16807) % 2147483647
        yield seed / 2147483647


def customer(simulation, desk, uniform, served):
    arrival = simulation.now
    yield "acquire", desk
    served("waited", simulation.now - arrival)
    yield "wait", 2.0 + 6.0 * next(uniform)
    yield "release", desk
    served("total", simulation.now - arrival)


def source(simulation, desk, uniform, served, count):
    for _ in range(count):
        simulation.spawn(customer(simulation, desk, uniform, served))
        yield "wait", 2.6 * next(uniform)


def statistics():
    sums = {}

    def served(name, value):
        count, total = sums.get(name, (0, 0.0))
        sums[name] = count + 1, total + value

    return sums, served


simulation = Simulation()
desk = Desk(simulation, 4)
sums, served = statistics()
simulation.spawn(source(simulation, desk, random_numbers(12345), served, 50_000))
print(simulation.run(), desk.longest, f"{simulation.now:.4f}")
for name, (count, total) in sorted(sums.items()):
    print(name, count, f"{total / count:.6f}")
