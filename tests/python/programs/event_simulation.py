"""A discrete-event simulation with generators as processes, resources with queues, and statistics."""
import heapq
import itertools
import random
import statistics


class Simulation:
    def __init__(self):
        self.now, self.queue, self.order = 0, [], itertools.count()

    def at(self, time, process, value=None):
        heapq.heappush(self.queue, (time, next(self.order), process, value))

    def start(self, process):
        self.at(self.now, process)

    def run(self, until):
        while self.queue and self.queue[0][0] <= until:
            self.now, _, process, value = heapq.heappop(self.queue)
            try:
                request = process.send(value)
            except StopIteration:
                continue
            match request:
                case ("wait", delay):
                    self.at(self.now + delay, process)
                case ("get", resource):
                    resource.request(process)
                case ("put", resource):
                    resource.release()
                    self.at(self.now, process)
                case other:
                    process.throw(ValueError(f"unknown request {other!r}"))


class Resource:
    def __init__(self, simulation, capacity):
        self.simulation, self.free, self.waiting, self.longest = simulation, capacity, [], 0

    def request(self, process):
        if self.free:
            self.free -= 1
            self.simulation.at(self.simulation.now, process, self.simulation.now)
        else:
            self.waiting.append(process)
            self.longest = max(self.longest, len(self.waiting))

    def release(self):
        if self.waiting:
            self.simulation.at(self.simulation.now, self.waiting.pop(0), self.simulation.now)
        else:
            self.free += 1


random.seed(99)
simulation = Simulation()
clerks = Resource(simulation, 2)
waits = []


def customer(name, service):
    arrived = simulation.now
    started = yield "get", clerks
    waits.append(started - arrived)
    if name % 10 == 0:
        print(f"{simulation.now:7.2f} customer {name} served after {started - arrived:.2f}")
    yield "wait", service
    yield "put", clerks


def arrivals(count):
    for name in range(count):
        simulation.start(customer(name, random.uniform(1, 6)))
        yield "wait", random.expovariate(0.6)


def bad():
    try:
        yield "nonsense"
    except ValueError as error:
        print("bad process:", error)
        yield "wait", 1


simulation.start(arrivals(60))
simulation.start(bad())
simulation.run(50)
print("at 50:", len(waits), "served,", len(clerks.waiting), "waiting")
simulation.run(10_000)
print(len(waits), f"{statistics.mean(waits):.6f} {statistics.median(waits):.6f} {max(waits):.6f}",
      clerks.longest, clerks.free, f"{simulation.now:.3f}")
print([f"{q:.3f}" for q in statistics.quantiles(waits)], sum(w == 0 for w in waits))
