"""What lies in an object: a head, fields, items. Sizes are the machine's own; their order and growth are not."""
import sys


class Plain:
    def __init__(self, x, y):
        self.x, self.y = x, y


class Slotted:
    __slots__ = ("x", "y")               # two fixed places in the object, no dict

    def __init__(self, x, y):
        self.x, self.y = x, y


class Both(Slotted):
    pass                                 # a subclass without __slots__ has a dict again


plain, slotted, both = Plain(1, 2), Slotted(1, 2), Both(1, 2)
print("dict:", [hasattr(o, "__dict__") for o in (plain, slotted, both)])
both.z = 3
print(vars(both), both.x)                # x and y stay in their slots
try:
    slotted.z = 3
except AttributeError as error:
    print(error)

# A slot is a descriptor on the class: it knows at which offset the object keeps the value.
print(type(Slotted.x).__name__, Slotted.x.__get__(slotted), Slotted.__slots__)
del slotted.x
print(hasattr(slotted, "x"))

# Fixed head and fields (basicsize), then items of equal size (itemsize).
for kind in (object, float, complex, list, dict):
    print(kind.__name__, "items follow the head:", bool(kind.__itemsize__))
print("tuple", "items follow the head:", bool(tuple.__itemsize__))
word = 8
print("object is two words:", object.__basicsize__ == 2 * word)
print("float adds one:", float.__basicsize__ - object.__basicsize__ == word)
print("a tuple grows by a word for each item:",
      [(sys.getsizeof((None,) * n) - sys.getsizeof(())) // word for n in range(5)])
print("an object with a dict needs more than one with slots:",
      sys.getsizeof(plain) + sys.getsizeof(plain.__dict__) > sys.getsizeof(slotted))

# getsizeof is shallow: the list's own memory, not that of its items.
big = ["x" * 1000] * 10
print(sys.getsizeof(big) < 1000, sum(map(sys.getsizeof, big)) > 10_000)


def deep_size(value, seen=None):
    """The memory of the object and all it leads to, each once."""
    seen = set() if seen is None else seen
    if id(value) in seen:
        return 0
    seen.add(id(value))
    inside = value.items() if isinstance(value, dict) else value if isinstance(value, (list, tuple, set)) else ()
    return sys.getsizeof(value) + sum(deep_size(item, seen) for item in inside)


print(deep_size(big) < 3000, deep_size([big, big]) < deep_size(big) + 200)
