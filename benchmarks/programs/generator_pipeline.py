"""Lazy pipelines: chains of generators, generator expressions, yield from over a tree, send() into a coroutine."""


def numbers(limit):
    value = 17
    for _ in range(limit):
        value = (value * 48271) % 2147483647
        yield value


def grouped(items, size):
    batch = []
    for item in items:
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


def flatten(groups):
    for group in groups:
        yield from group


def distinct(items):
    seen = set()
    for item in items:
        if item not in seen:
            seen.add(item)
            yield item


def running_mean():
    total = count = 0
    mean = None
    while True:
        value = yield mean
        total += value
        count += 1
        mean = total / count


class Tree:
    def __init__(self, key):
        self.key = key
        self.left = None
        self.right = None

    def insert(self, key):
        node = self
        while True:
            side = "left" if key < node.key else "right"
            child = getattr(node, side)
            if child is None:
                setattr(node, side, Tree(key))
                return
            node = child

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.key
        if self.right:
            yield from self.right


pipeline = distinct(
    value % 100_003
    for value in flatten(grouped((n >> 3 for n in numbers(350_000) if n & 1), 16))
    if value % 3
)
mean = running_mean()
next(mean)
last = None
for value in pipeline:
    last = mean.send(value)
print(f"{last:.6f}")

tree = Tree(50_000)
for value in numbers(12_000):
    tree.insert(value % 100_000)
ordered = list(tree)
print(len(ordered), ordered == sorted(ordered), sum(key for key in tree if key % 2))
