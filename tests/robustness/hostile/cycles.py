# Cycles through every kind of container, collected while their objects still look at each other.
import collections
import functools
import gc
import itertools
import types
import weakref


class Node:
    pass


class Slotted:
    __slots__ = ("it", "__weakref__")


def cycle(make):
    node = Node()
    node.it = make(node)
    return weakref.ref(node)


def running(node):
    def run():
        mine = node
        yield mine
    made = run()
    next(made)
    return made


def failed(node):
    try:
        raise ValueError(node)
    except ValueError as error:
        return error


makers = {
    "list": lambda node: [node], "tuple": lambda node: (node,), "dict": lambda node: {1: node},
    "key": lambda node: {node: 1}, "set": lambda node: {node}, "frozenset": lambda node: frozenset([node]),
    "closure": lambda node: lambda: node, "default": lambda node: (lambda it=node: it), "partial":
    lambda node: functools.partial(print, node), "method": lambda node: types.MethodType(print, node),
    "generator": running, "error": failed, "deque": lambda node: collections.deque([node]),
    "defaultdict": lambda node: collections.defaultdict(lambda: node), "property": lambda node: property(lambda s: node),
    "namespace": lambda node: types.SimpleNamespace(it=node), "iterator": lambda node: iter([node]),
    "map": lambda node: map(print, [node]), "zip": lambda node: zip([node]), "enumerate": lambda node: enumerate([node]),
    "filter": lambda node: filter(None, [node]), "reversed": lambda node: reversed([node]), "slice": slice,
    "cell": types.CellType, "proxy": lambda node: types.MappingProxyType({1: node}), "super":
    lambda node: super(Node, node), "class": lambda node: type("C", (), {"it": node}), "module":
    lambda node: vars(types.ModuleType("m")).update(it=node) or node, "values": lambda node: {1: node}.values(),
    "chain": lambda node: itertools.chain([node]), "cycle": lambda node: itertools.cycle([node]), "tee":
    lambda node: itertools.tee([node]), "cache": lambda node: functools.lru_cache(lambda: node), "alias":
    lambda node: list[node], "context": lambda node: __import__("contextvars").Context(), "staticmethod": staticmethod,
    "classmethod": classmethod, "weak": lambda node: weakref.WeakValueDictionary({1: node}), "callback":
    lambda node: weakref.ref(node, lambda ref, it=node: None), "repeat": lambda node: itertools.repeat(node),
}
gc.disable()
for name, make in makers.items():
    watch = cycle(make)
    gc.collect()
    print(name, watch() is None)
