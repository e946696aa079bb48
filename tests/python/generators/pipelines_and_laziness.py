"""Generators chained into pipelines: order of the work, early stop, cleanup from the inside out."""
log = []


def source(n):
    try:
        for i in range(n):
            log.append(f"source {i}")
            yield i
    finally:
        log.append("source closed")


def squared(items):
    try:
        for item in items:
            log.append(f"square {item}")
            yield item * item
    finally:
        log.append("squared closed")


def take(items, count):
    for _, item in zip(range(count), items):
        yield item


def show(title):
    print(title, log)
    log.clear()


pipeline = squared(source(3))
show("made")
print(next(pipeline))
show("one")
pipeline.close()
show("closed")
print(list(take(squared(source(5)), 2)))
show("taken")
print(sum(squared(source(3))))
show("all")
for value in squared(source(9)):
    if value > 3:
        break
del value
show("break")


def windows(items, size):
    window = []
    for item in items:
        window = (window + [item])[-size:]
        if len(window) == size:
            yield tuple(window)


def primes():
    found = []
    n = 2
    while True:
        if all(n % p for p in found):
            found.append(n)
            yield n
        n += 1


print(list(windows(range(5), 3)), list(take(primes(), 10)), next(p for p in primes() if p > 50))


def interleave(*iterables):
    iterators = [iter(i) for i in iterables]
    while iterators:
        for iterator in list(iterators):
            try:
                yield next(iterator)
            except StopIteration:
                iterators.remove(iterator)


print(list(interleave("abc", [1], range(10, 12))), dict(enumerate(interleave("x", "yz"))))
