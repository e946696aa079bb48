"""Objects that come and go: trees, linked lists with cycles, tuples and lists by the million."""


class Node:
    def __init__(self, value):
        self.value = value
        self.left = None
        self.right = None
        self.parent = None


def grow(depth, parent=None):
    node = Node(depth)
    node.parent = parent
    if depth:
        node.left = grow(depth - 1, node)
        node.right = grow(depth - 1, node)
    return node


def count(node):
    return 0 if node is None else 1 + count(node.left) + count(node.right)


def ring(size):
    first = previous = {"next": None}
    for i in range(size):
        current = {"next": previous, "data": [i, (i, i + 1)]}
        previous = current
    first["next"] = previous
    return size


def main(rounds):
    kept = []
    total = 0
    for i in range(rounds):
        total += count(grow(9))
        total += ring(500)
        kept.append([(i, j) for j in range(500)])
        if len(kept) > 20:
            kept.pop(0)
    return total, len(kept)


print(*main(600))
