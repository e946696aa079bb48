"""All objects that can be reached from one, with the way from each to the next.

The walk goes breadth first, so that the depth of an object is the length of the shortest way to it, and looks at
each object once, so that cycles end.
"""
import collections
import gc
import types
from dataclasses import dataclass, field

from memviz.measure import is_atom, short_repr


@dataclass(frozen=True)
class Edge:
    source: int     # numbers of nodes
    target: int
    label: str


@dataclass
class Graph:
    objects: list = field(default_factory=list)
    depths: list = field(default_factory=list)
    edges: list = field(default_factory=list)
    truncated: bool = False     # something was left out: too deep, or too many

    def incoming(self, number):
        return [edge for edge in self.edges if edge.target == number]

    def outgoing(self, number):
        return [edge for edge in self.edges if edge.source == number]

    def cycles(self):
        """The groups of objects that keep each other alive: strongly connected components with an edge inside."""
        successors = collections.defaultdict(list)
        for edge in self.edges:
            successors[edge.source].append(edge.target)
        for group in strong_components(len(self.objects), successors):
            if len(group) > 1 or group[0] in successors[group[0]]:
                yield sorted(group)


def slot_names(cls):
    for base in cls.__mro__:
        slots = base.__dict__.get("__slots__", ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if name not in ("__dict__", "__weakref__"):
                # A private name is kept under the name that the class gave it.
                private = name.startswith("__") and not name.endswith("__")
                yield f"_{base.__name__.lstrip('_')}{name}" if private else name


def parts(thing):
    """Pairs (label, object) for what the object holds, in an order that does not change."""
    if is_atom(thing):
        return
    if isinstance(thing, dict):
        for key, value in thing.items():
            if not is_atom(key):
                yield "key", key
            yield short_repr(key), value
    elif isinstance(thing, (list, tuple, collections.deque)):
        for index, value in enumerate(thing):
            yield f"[{index}]", value
    elif isinstance(thing, (set, frozenset)):
        for value in sorted(thing, key=short_repr):
            yield "member", value
    elif isinstance(thing, types.FunctionType):
        for name in ("__defaults__", "__kwdefaults__", "__closure__"):
            if getattr(thing, name):
                yield name, getattr(thing, name)
    elif isinstance(thing, types.CellType):
        try:
            yield "contents", thing.cell_contents
        except ValueError:      # an empty cell
            pass
    elif isinstance(thing, types.MethodType):
        yield "__self__", thing.__self__
        yield "__func__", thing.__func__
    elif not (hasattr(thing, "__dict__") or any(slot_names(type(thing)))):
        for value in gc.get_referents(thing):
            if not isinstance(value, type):
                yield "", value
    if not isinstance(thing, types.FunctionType):
        for name, value in getattr(thing, "__dict__", {}).items():
            yield f".{name}", value
        for name in slot_names(type(thing)):
            if hasattr(thing, name):
                yield f".{name}", getattr(thing, name)


def walk(root, max_depth=None, limit=200, atoms=True):
    """The graph of what can be reached from `root`. `atoms`: with the numbers, strings and the like."""
    graph = Graph([root], [0])
    numbers = {id(root): 0}
    position = 0
    while position < len(graph.objects):
        thing, depth = graph.objects[position], graph.depths[position]
        for label, part in parts(thing):
            if not atoms and is_atom(part):
                continue
            number = numbers.get(id(part))
            if number is None:
                if len(graph.objects) >= limit or (max_depth is not None and depth >= max_depth):
                    graph.truncated = True
                    continue
                number = numbers[id(part)] = len(graph.objects)
                graph.objects.append(part)
                graph.depths.append(depth + 1)
            graph.edges.append(Edge(position, number, label))
        position += 1
    return graph


def strong_components(count, successors):
    """Tarjan's algorithm with a stack of its own: a long list of linked nodes is no deep recursion."""
    index, low, on_stack = {}, {}, set()
    stack = []
    for start in range(count):
        if start in index:
            continue
        work = [(start, iter(successors[start]))]
        index[start] = low[start] = len(index)
        stack.append(start)
        on_stack.add(start)
        while work:
            node, rest = work[-1]
            for target in rest:
                if target not in index:
                    index[target] = low[target] = len(index)
                    stack.append(target)
                    on_stack.add(target)
                    work.append((target, iter(successors[target])))
                    break
                if target in on_stack:
                    low[node] = min(low[node], index[target])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == index[node]:
                    group = []
                    while not group or group[-1] != node:
                        group.append(stack.pop())
                        on_stack.discard(group[-1])
                    yield group
