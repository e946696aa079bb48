"""A recursive structure walked by generators: each level delegates to the ones below with `yield from`."""


class Tree:
    def __init__(self, value, left=None, right=None):
        self.value, self.left, self.right = value, left, right

    def insert(self, value):
        side = "left" if value < self.value else "right"
        below = getattr(self, side)
        if below is None:
            setattr(self, side, Tree(value))
        else:
            below.insert(value)
        return self

    def __iter__(self):
        """In order: the values come sorted."""
        if self.left:
            yield from self.left
        yield self.value
        if self.right:
            yield from self.right

    def paths(self, prefix=()):
        """Each leaf with the way to it."""
        here = prefix + (self.value,)
        if not (self.left or self.right):
            yield here
        for below in (self.left, self.right):
            if below:
                yield from below.paths(here)

    def levels(self):
        """Breadth first, with a list as the queue."""
        row = [self]
        while row:
            yield [node.value for node in row]
            row = [below for node in row for below in (node.left, node.right) if below]


tree = Tree(50)
for value in (30, 70, 20, 40, 60, 80, 10):
    tree.insert(value)

print("sorted:", *tree)
print("paths: ", *tree.paths())
for depth, row in enumerate(tree.levels()):
    print("level", depth, row)

# Only as much of the tree is visited as is asked for.
walk = iter(tree)
print("first two:", next(walk), next(walk))
print("any over 35:", next(value for value in walk if value > 35))


def flatten(items):
    for item in items:
        if isinstance(item, (list, tuple)):
            yield from flatten(item)
        else:
            yield item


print(list(flatten([1, [2, (3, [4]), []], "five"])))
print(sum(tree), max(tree), 60 in tree, sorted(tree, reverse=True)[:3])
