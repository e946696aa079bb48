"""Dead lists, dicts, sets, slices, functions, methods, cells and iterators whose memory serves the next ones."""
import gc
import weakref


def fresh_set():
    return {1, 2, 3}


def make_function():
    kept = []

    def inner(value):
        kept.append(value)
        return kept

    return inner


class Holder:
    def method(self):
        return self


# A weak reference to the dead must not come alive with the next object in the same place.
for make in (fresh_set, lambda: frozenset([4, 5]), make_function, lambda: Holder().method):
    first = make()
    reference = weakref.ref(first)
    del first
    others = [make() for _ in range(50)]
    print(reference(), len({id(other) for other in others}))

# Nothing of the former life is left.
for make in (list, dict, set, lambda: [], lambda: {}, lambda: set(), lambda: [1, 2], lambda: {1: 2}, lambda: slice(1, 2)):
    objects = [make() for _ in range(200)]
    shown = {repr(made) for made in objects}
    tracked = {gc.is_tracked(made) for made in objects}
    finalized = {gc.is_finalized(made) for made in objects}
    del objects
    again = [make() for _ in range(200)]
    print(shown, tracked, finalized, {repr(made) for made in again}, {gc.is_tracked(made) for made in again})


class OwnList(list):
    def __del__(self):
        print("OwnList dies with", len(self))


class OwnDict(dict):
    pass


class OwnSet(set):
    pass


for kind in (OwnList, OwnDict, OwnSet):
    made = kind()
    made.attribute = 1
    del made
    plain = kind.__base__()
    print(type(plain).__name__, plain, hasattr(plain, "attribute"))

# Cycles of them are found, whatever life they are in.
for _ in range(3):
    a, b, c = [], {}, make_function()
    a.append(b)
    b["a"] = a
    c(c)
    a.append(c)
    watch = weakref.ref(c)
    del a, b, c
    gc.collect()
    print(watch())

# An iterator and a slice outlive what they were made for.
items = [1, 2, 3]
iterator = iter(items)
del items
print(next(iterator), list(iterator), list(iterator))
parts = [slice(n, n + 1) for n in range(10)]
del parts[::2]
print(parts, [[0, 1, 2, 3][part] for part in parts[:2]])
nested = []
for _ in range(100000):
    nested = [nested]
del nested
nested = {}
for _ in range(100000):
    nested = {1: nested}
del nested
print("deep nests gone")
counters = [make_function() for _ in range(100)]
for number, counter in enumerate(counters):
    counter(number)
del counters[::3]
print([counter(0)[0] for counter in counters[:10]])
