"""A linked list, a binary search tree with deletion, a balanced tree by rotation, a heap with changeable
keys, a ring buffer."""


class Node:
    __slots__ = "key", "left", "right", "height"

    def __init__(self, key):
        self.key, self.left, self.right, self.height = key, None, None, 1


def height(node):
    return node.height if node else 0


def update(node):
    node.height = 1 + max(height(node.left), height(node.right))
    return node


def rotate(node, side):
    other = "left" if side == "right" else "right"
    top = getattr(node, other)
    setattr(node, other, getattr(top, side))
    setattr(top, side, update(node))
    return update(top)


def balance(node):
    update(node)
    tilt = height(node.left) - height(node.right)
    if tilt > 1:
        if height(node.left.left) < height(node.left.right):
            node.left = rotate(node.left, "left")
        return rotate(node, "right")
    if tilt < -1:
        if height(node.right.right) < height(node.right.left):
            node.right = rotate(node.right, "right")
        return rotate(node, "left")
    return node


def insert(node, key):
    if node is None:
        return Node(key)
    side = "left" if key < node.key else "right"
    setattr(node, side, insert(getattr(node, side), key))
    return balance(node)


def delete(node, key):
    if node is None:
        raise KeyError(key)
    if key != node.key:
        side = "left" if key < node.key else "right"
        setattr(node, side, delete(getattr(node, side), key))
    elif node.left is None or node.right is None:
        return node.left or node.right
    else:
        smallest = node.right
        while smallest.left:
            smallest = smallest.left
        node.key = smallest.key
        node.right = delete(node.right, smallest.key)
    return balance(node)


def walk(node):
    if node:
        yield from walk(node.left)
        yield node.key
        yield from walk(node.right)


def draw(node):
    return f"({draw(node.left)}{node.key}{draw(node.right)})" if node else ""


root = None
for key in range(1, 16):
    root = insert(root, key)
print(draw(root), root.height, list(walk(root)))
for key in (8, 1, 15, 99, 4):
    try:
        root = delete(root, key)
        print(key, draw(root))
    except KeyError as error:
        print("missing", error)
import random
keys = random.Random(3).sample(range(10000), 500)
root = None
for key in keys:
    root = insert(root, key)
print(list(walk(root)) == sorted(keys), root.height)
for key in keys[::2]:
    root = delete(root, key)
print(list(walk(root)) == sorted(keys[1::2]), root.height)


class Linked:
    def __init__(self, items=()):
        self.head = None
        for item in reversed(list(items)):
            self.head = item, self.head

    def __iter__(self):
        node = self.head
        while node is not None:
            item, node = node
            yield item

    def __reversed__(self):
        return iter(list(self)[::-1])

    def __len__(self):
        return sum(1 for _ in self)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return Linked(list(self)[index])
        for i, item in enumerate(self):
            if i == index:
                return item
        raise IndexError(f"{type(self).__name__} index {index} out of range")

    def __repr__(self):
        return " -> ".join([*map(repr, self), "nil"])


l = Linked("abc")
print(l, len(l), l[1], l[1:], list(reversed(l)), "b" in l, Linked(), bool(Linked()), [*l, *Linked([1])])
try:
    l[9]
except IndexError as error:
    print(error)


class Ring:
    def __init__(self, size):
        self.items, self.start, self.used = [None] * size, 0, 0

    def push(self, item):
        self.items[(self.start + self.used) % len(self.items)] = item
        if self.used < len(self.items):
            self.used += 1
        else:
            self.start = (self.start + 1) % len(self.items)

    def __iter__(self):
        return (self.items[(self.start + i) % len(self.items)] for i in range(self.used))


ring = Ring(3)
for n in range(7):
    ring.push(n)
    print(list(ring), end=" ")
print()
deep = None
for n in range(100000):
    deep = (n, deep)
del deep
print("a long chain was freed")
