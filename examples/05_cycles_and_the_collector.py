"""Objects that refer to each other never reach count zero: the cycle collector finds them."""
import gc
import weakref

gc.disable()                     # collect only where the program says so
gc.collect()


class Node:
    def __init__(self, name):
        self.name = name
        self.next = None

    def __del__(self):
        print(f"  finalizer of {self.name}")


a, b = Node("a"), Node("b")
a.next, b.next = b, a
seen = weakref.ref(a)
del a, b
print("names deleted, still alive:", seen() is not None)
found = gc.collect()
print("collected:", found >= 2, "- alive:", seen() is not None)

# Who refers to whom: the collector can show the edges of the graph.
inner = ["leaf"]
outer = {"inner": inner}
print(inner in gc.get_referents(outer), any(holder is outer for holder in gc.get_referrers(inner)))

# Only containers are tracked; what cannot be part of a cycle is not.
print([gc.is_tracked(x) for x in (1, "text", [], {}, {"k": 1}, {"k": []}, (1, 2), Node)])


# Callbacks run before and after each collection.
def report(phase, info):
    print(f"  {phase} of generation {info['generation']}")


gc.callbacks.append(report)
gc.collect(0)
gc.collect(2)
gc.callbacks.remove(report)


class Phoenix:
    """A finalizer may bring its object back; it then runs no second time (PEP 442)."""
    reborn = []

    def __init__(self):
        self.me = self

    def __del__(self):
        print("  finalizer runs")
        Phoenix.reborn.append(self)


Phoenix()
gc.collect()
print("resurrected:", len(Phoenix.reborn))
Phoenix.reborn.clear()
gc.collect()
print("second death is silent; thresholds:", gc.get_threshold(), "garbage:", gc.garbage)
