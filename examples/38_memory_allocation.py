"""Where memory comes from: free blocks are used again, caches keep some ready, the rest goes through pools."""
import gc
import sys

# A block that has just been given back is the first to be handed out again.
def again(make):
    """How many different addresses a hundred short-lived objects have between them."""
    return len({id(make()) for _ in range(100)})


class Thing:
    pass


print("list", again(lambda: [1]), "instance", again(Thing))

# Objects that live at the same time never share an address.
alive = [Thing() for _ in range(100)]
print(len({id(thing) for thing in alive}))

# The interpreter counts the blocks that it has handed out.
gc.collect()
before = sys.getallocatedblocks()
things = [Thing() for _ in range(1000)]
grown = sys.getallocatedblocks() - before
print("a thousand objects are at least a thousand blocks:", grown >= 1000)
del things
gc.collect()
left = sys.getallocatedblocks() - before
print("given back:", left < 100)

# Sizes are rounded up to a multiple of 16 bytes: addresses show it.
print("aligned to 16:", all(id(object()) % 16 == 0 for _ in range(50)))

# Shared objects need no memory of their own at all.
print([id(make()) == id(make([])) for make in (tuple, bytes, frozenset)], id(str()) == id("x" * 0))
print([int(str(n)) is int(str(n)) for n in (-6, -5, 0, 256, 257)])

# Lists and dicts give memory back when they shrink.
numbers = list(range(1000))
large = sys.getsizeof(numbers)
del numbers[10:]
print("a list shrinks:", sys.getsizeof(numbers) < large // 2)
table = dict.fromkeys(range(1000))
full = sys.getsizeof(table)
for key in range(10, 1000):
    del table[key]
print("a dict keeps its table:", sys.getsizeof(table) == full, "a copy has its own size:",
      sys.getsizeof(dict(table.items())) < full)
