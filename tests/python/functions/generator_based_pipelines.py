"""Pipelines of generators with push and pull, coroutines with send as consumers, and closing from the middle."""
import functools


def consumer(f):
    @functools.wraps(f)
    def start(*args):
        g = f(*args)
        next(g)
        return g
    return start


@consumer
def averager():
    total = count = 0
    value = None
    while True:
        got = yield value
        if got is None:
            return total, count
        total, count = total + got, count + 1
        value = total / count


@consumer
def broadcast(*targets):
    try:
        while True:
            item = yield
            for target in targets:
                target.send(item)
    finally:
        for target in targets:
            target.close()
        print("broadcast closed")


@consumer
def collect(out, wanted=lambda x: True):
    try:
        while True:
            item = yield
            if wanted(item):
                out.append(item)
    except GeneratorExit:
        out.append("end")
        raise


a = averager()
print([a.send(x) for x in (10, 20, 60)])
try:
    a.send(None)
except StopIteration as stop:
    print(stop.value)
even, big = [], []
b = broadcast(collect(even, lambda x: x % 2 == 0), collect(big, lambda x: x > 3))
for n in range(6):
    b.send(n)
b.close()
print(even, big)


def chunks(source, size):
    chunk = []
    for item in source:
        chunk.append(item)
        if len(chunk) == size:
            yield tuple(chunk)
            chunk.clear()
    if chunk:
        yield tuple(chunk)


def window(source, size):
    from collections import deque
    w = deque(maxlen=size)
    for item in source:
        w.append(item)
        if len(w) == size:
            yield list(w)


def until(source, predicate):
    for item in source:
        yield item
        if predicate(item):
            return


def naturals():
    n = 0
    try:
        while True:
            yield n
            n += 1
    finally:
        print("naturals closed at", n)


print(list(chunks(until(naturals(), lambda n: n == 6), 3)), list(window("abcde", 3)))
