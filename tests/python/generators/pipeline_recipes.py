"""Generators as pipelines, coroutine sinks, permutations, primes, round robin, grouping: values and laziness checked."""
import itertools


def primes():
    sieve = {}
    for n in itertools.count(2):
        factor = sieve.pop(n, None)
        if factor is None:
            sieve[n * n] = n
            yield n
        else:
            at = n + factor
            while at in sieve:
                at += factor
            sieve[at] = factor


print(list(itertools.islice(primes(), 20)))


def permutations(items):
    if len(items) < 2:
        yield items
    for i, head in enumerate(items):
        if len(items) > 1:
            for rest in permutations(items[:i] + items[i + 1:]):
                yield [head] + rest


print(len(list(permutations([1, 2, 3, 4]))), next(permutations("ab".split())))


def round_robin(*iterables):
    pending = [iter(i) for i in iterables]
    while pending:
        for iterator in pending[:]:
            try:
                yield next(iterator)
            except StopIteration:
                pending.remove(iterator)


print("".join(round_robin("ABC", "D", "EF")))


def sink(store):
    try:
        while True:
            store.append((yield))
    except GeneratorExit:
        store.append("closed")


def broadcast(*targets):
    for target in targets:
        next(target)
    while True:
        value = yield
        for target in targets:
            target.send(value)


left, right = [], []
b = broadcast(sink(left), sink(right))
next(b)
for i in range(3):
    b.send(i)
del b
print(left, right)


def window(iterable, size):
    it = iter(iterable)
    current = tuple(itertools.islice(it, size))
    if len(current) == size:
        yield current
    for item in it:
        current = current[1:] + (item,)
        yield current


print(list(window(range(6), 3)), list(window("ab", 3)))


def peekable(iterable):
    it = iter(iterable)
    peeked = None
    while True:
        command = yield peeked
        if command == "stop":
            return "stopped early"
        try:
            peeked = next(it)
        except StopIteration:
            return "exhausted"


p = peekable("xy")
next(p)
try:
    while True:
        print(p.send(None))
except StopIteration as stop:
    print(stop.value)


def hanoi(n, a="a", b="b", c="c"):
    if n:
        yield from hanoi(n - 1, a, c, b)
        yield a + c
        yield from hanoi(n - 1, b, a, c)


print(" ".join(hanoi(3)), sum(1 for _ in hanoi(10)))
log = []
lazy = (log.append(x) or x for x in range(10))
print(any(x > 2 for x in lazy), log, next(lazy), 7 in lazy, log[-1], sorted(lazy), max((y, -y) for y in (3, 1)))
