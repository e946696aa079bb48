"""Infinite streams: primes, Fibonacci, partitions of time, merging, cycling, sampling and zipping them
lazily."""
import heapq
from itertools import accumulate, chain, count, cycle, islice, repeat, takewhile, tee


def primes():
    composites = {}
    for n in count(2):
        if n not in composites:
            yield n
            composites[n * n] = [n]
        else:
            for p in composites.pop(n):
                composites.setdefault(n + p, []).append(p)


def fibonacci(a=0, b=1):
    while True:
        yield a
        a, b = b, a + b


def hamming():
    yield 1
    heap, last = [1], 0
    while True:
        n = heapq.heappop(heap)
        if n != last:
            if n != 1:
                yield n
            last = n
            for f in (2, 3, 5):
                heapq.heappush(heap, n * f)


print(list(islice(primes(), 15)), list(takewhile(lambda n: n < 100, fibonacci())), list(islice(hamming(), 15)))
print(list(islice(heapq.merge(primes(), fibonacci(), count(10, 10)), 14)),
      list(accumulate(islice(primes(), 8), max)), next(islice(fibonacci(), 100, None)))
even, odd = tee(count(), 2)
print(list(zip(islice(even, 0, 10, 2), islice(odd, 1, 10, 2))),
      list(islice(chain.from_iterable(zip(cycle("ab"), count(), repeat("-"))), 9)))
def round_robin(*sources):
    sources = list(map(iter, sources))
    while sources:
        for source in list(sources):
            try:
                yield next(source)
            except StopIteration:
                sources.remove(source)
print("".join(round_robin("abcd", "12", "xyz")), [w for w in map("".join,
                                                                 zip(*["hello world"[i:] for i in range(3)]))])
