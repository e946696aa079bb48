# Very many containers inside each other die without recursion, whatever they are made of.
import types
from _functools import partial, reduce
from _operator import itemgetter
from itertools import chain, cycle, islice, repeat


class Node:
    def __init__(self, inner):
        self.inner = inner


class Slotted:
    __slots__ = ("inner",)

    def __init__(self, inner):
        self.inner = inner


class ListSubclass(list):
    pass


class Bound:
    def method(self):
        pass


def closure(inner):
    return lambda: inner


def with_default(inner):
    def function(argument=inner):
        pass
    return function


def generator(inner):
    yield
    yield inner


def started(inner):
    made = generator(inner)
    next(made)
    return made


def chained(inner):
    error = ValueError()
    error.__context__ = inner
    return error


def caused(inner):
    error = OSError()
    error.__cause__ = inner
    return error


def raised(inner):
    try:
        raise KeyError(inner)
    except KeyError as error:
        return error


def bound(inner):
    owner = Bound()
    owner.inner = inner
    return owner.method


def attributes(inner):
    return types.SimpleNamespace(inner=inner)


def frozen(inner):
    class Key:
        pass
    key = Key()
    key.inner = inner
    return frozenset([key])


def lazily(wrap):
    return lambda inner: wrap([inner])


MANY, SOME, FEW = 100_000, 20_000, 3_000
NESTS = {
    "tuple": (MANY, lambda inner: (inner,)), "list": (MANY, lambda inner: [inner]),
    "dict": (MANY, lambda inner: {"key": inner}), "instance": (MANY, Node), "slots": (MANY, Slotted),
    "list subclass": (SOME, lazily(ListSubclass)), "view": (SOME, lambda inner: {1: inner}.values()),
    "closure": (SOME, closure), "default": (SOME, with_default), "cell": (SOME, types.CellType),
    "generator": (SOME, generator), "started generator": (SOME, started), "context": (SOME, chained),
    "cause": (SOME, caused), "raised": (SOME, raised), "bound method": (SOME, bound), "namespace": (SOME, attributes),
    "frozenset": (FEW, frozen), "list iterator": (SOME, lazily(iter)), "reversed": (SOME, lazily(reversed)),
    "map": (SOME, lazily(lambda items: map(len, items))), "zip": (SOME, lazily(zip)),
    "filter": (SOME, lazily(lambda items: filter(None, items))), "enumerate": (SOME, lazily(enumerate)),
    "slice": (SOME, slice), "partial": (SOME, lambda inner: partial(len, inner)),
    "property": (SOME, property), "staticmethod": (SOME, staticmethod), "classmethod": (SOME, classmethod),
    "proxy": (SOME, lambda inner: types.MappingProxyType({1: inner})), "chain": (SOME, lazily(chain)),
    "repeat": (SOME, repeat), "cycle": (SOME, lazily(cycle)), "islice": (SOME, lambda inner: islice([inner], 3)),
    "itemgetter": (SOME, itemgetter), "alias": (SOME, lambda inner: types.GenericAlias(list, inner)),
    "callable iterator": (SOME, lambda inner: iter(len, inner)), "method wrapper": (SOME, lambda inner: [inner].__len__),
}

for name, (depth, make) in NESTS.items():
    nest = None
    for _ in range(depth):
        nest = make(nest)
    del nest
    print(name, "freed")
