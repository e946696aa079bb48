# What finalizers and weak references see while a deep nest dies.
import gc
import weakref

order = []


class Node:
    def __init__(self, number, inner):
        self.number = number
        self.inner = inner

    def __del__(self):
        order.append(self.number)


def nest(depth, cls=Node):
    inner = None
    for number in range(depth):
        inner = cls(number, inner)
    return inner


nodes = nest(1000)
del nodes
print(order == list(range(999, -1, -1)), len(order))

kept = []


class Phoenix(Node):
    def __del__(self):
        if self.number % 100 == 7:
            kept.append(self)


del order[:]
nodes = nest(1000, Phoenix)
del nodes
print([node.number for node in kept])
print(all(gc.is_tracked(node) for node in kept))
# The one that came back first kept the rest alive; they follow, one resurrection at a time.
while kept:
    del kept[0]
print("gone", kept)

# No weak reference gives out an object whose death has begun.
seen = []
references = []


class Watched:
    __slots__ = ("inner", "__weakref__")

    def __init__(self, inner):
        self.inner = inner


def callback(reference):
    seen.append(reference())


nodes = None
for _ in range(500):
    nodes = Watched((nodes,))
    references.append(weakref.ref(nodes, callback))
del nodes
print(len(seen), set(seen), {reference() for reference in references})


class Peeker:
    def __init__(self, others):
        self.others = others

    def __del__(self):
        alive = [reference() for reference in self.others]
        seen.append(sum(each is not None for each in alive))


del seen[:], references[:]
nodes = None
for number in range(200):
    nodes = Watched([nodes, Peeker(references)])
    references.append(weakref.ref(nodes))
del nodes
print(len(seen), max(seen) <= 200, [reference() for reference in references].count(None))

# A cycle that holds a deep nest: the collector takes it apart.
for make in (lambda inner: [inner], lambda inner: (inner,), lambda inner: {1: inner}):
    start = []
    nodes = start
    for _ in range(50_000):
        nodes = make(nodes)
    start.append(nodes)
    del start, nodes
    print(gc.collect() >= 50_000)
