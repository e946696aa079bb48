"""An LRU cache on a linked list, an event bus with weak methods, an undo stack."""
import weakref


class Node:
    __slots__ = ("key", "value", "before", "after")


class Lru:
    def __init__(self, size):
        self.size, self.nodes, self.root = size, {}, Node()
        self.root.before = self.root.after = self.root

    def _unlink(self, node):
        node.before.after, node.after.before = node.after, node.before

    def _push(self, node):
        last = self.root.before
        node.before, node.after = last, self.root
        last.after = self.root.before = node

    def __getitem__(self, key):
        node = self.nodes[key]
        self._unlink(node)
        self._push(node)
        return node.value

    def __setitem__(self, key, value):
        if key in self.nodes:
            self._unlink(self.nodes[key])
        node = self.nodes[key] = Node()
        node.key, node.value = key, value
        self._push(node)
        if len(self.nodes) > self.size:
            oldest = self.root.after
            self._unlink(oldest)
            del self.nodes[oldest.key]

    def __iter__(self):
        node = self.root.after
        while node is not self.root:
            yield node.key
            node = node.after


cache = Lru(3)
for key in "abc":
    cache[key] = key.upper()
cache["a"], cache.__setitem__("d", "D")
print(list(cache), cache["c"], list(cache))
try:
    cache["b"]
except KeyError as error:
    print("gone", error)


class Bus:
    def __init__(self):
        self.listeners = {}

    def on(self, event, method):
        self.listeners.setdefault(event, []).append(weakref.WeakMethod(method))

    def emit(self, event, *args):
        alive = [(r, m) for r in self.listeners.get(event, ()) if (m := r()) is not None]
        self.listeners[event] = [r for r, _ in alive]
        return [method(*args) for _, method in alive]


class Counter:
    def __init__(self, name):
        self.name, self.total, self.undo = name, 0, []

    def add(self, n):
        self.undo.append(lambda old=self.total: setattr(self, "total", old))
        self.total += n
        return self.name, self.total


bus, one, two = Bus(), Counter("one"), Counter("two")
bus.on("add", one.add)
bus.on("add", two.add)
print(bus.emit("add", 5), bus.emit("nothing"))
one.undo.pop()()
two = None
import gc
gc.collect()
print(bus.emit("add", 1), len(bus.listeners["add"]))
