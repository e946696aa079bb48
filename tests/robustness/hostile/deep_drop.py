# Long chains of each kind of object are dropped at once: the end of one ends the next.
import collections
import functools
import itertools
import types
import weakref


class Node:
    def __init__(self, inner):
        self.inner = inner


class Slotted:
    __slots__ = ("inner",)

    def __init__(self, inner):
        self.inner = inner


class Ending:
    def __init__(self, inner):
        self.inner = inner

    def __del__(self):
        global ended
        ended += 1


def generator(inner):
    yield
    inner


def started(inner):
    made = generator(inner)
    next(made)
    return made


ended = 0
makers = {
    "list": lambda inner: [inner], "tuple": lambda inner: (inner,), "dict": lambda inner: {1: inner},
    "set": lambda inner: frozenset([inner]) if inner is None else [inner], "node": Node, "slotted": Slotted,
    "closure": lambda inner: lambda: inner, "partial": lambda inner: functools.partial(print, inner),
    "deque": lambda inner: collections.deque([inner]), "namespace": lambda inner: types.SimpleNamespace(a=inner),
    "cell": types.CellType, "method": lambda inner: types.MethodType(print, inner) if inner else types.MethodType(print, 1),
    "generator": started, "map": lambda inner: map(print, [inner]), "chain": lambda inner: itertools.chain([inner]),
    "error": ValueError, "property": property, "slice": slice, "ending": Ending,
    "context": lambda inner: add_context(ValueError(), inner), "iterator": lambda inner: iter([inner]),
    "cycle": lambda inner: itertools.cycle([inner]), "module": lambda inner: module(inner),
}


def add_context(error, inner):
    error.__context__ = inner
    return error


def module(inner):
    made = types.ModuleType("m")
    made.inner = inner
    return made


for name, make in makers.items():
    made = None
    for _ in range(60_000):
        made = make(made)
    del made
    print(name, "dropped")
print(ended)
