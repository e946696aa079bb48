"""`for x in list` and `for x in tuple` in warm code: the variable is stored in the same step as the item is taken."""
import sys


class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name, "line", sys._getframe(1).f_lineno - first_line)


def walk(items):
    found = None
    for item in items:
        found = item
    return found


for _ in range(40):
    walk([1, 2, 3])
    walk((1, 2, 3))
print(walk([]), walk(()), walk([7]), walk((8,)), walk("xyz"), walk({1: 2}), walk(iter([4])))


def drops(items):
    for item in items:
        items[0] = None
        del items[0]
        print("round")
    return "end"


for _ in range(40):
    walk([1, 2])
first_line = drops.__code__.co_firstlineno
print(drops([Loud("a"), Loud("b"), Loud("c"), Loud("d")]))


def grows(items):
    for item in items:
        if len(items) < 10:
            items.append(item + 1)
    return items


for _ in range(20):
    grows([1])
print(grows([5]))


def unbinds(items):
    for item in items:
        if item % 2:
            del item
    try:
        return item
    except UnboundLocalError as error:
        return str(error)


for _ in range(40):
    unbinds([1, 2])
print(unbinds([1, 2]), unbinds([1]), unbinds([2, 3]))


def nested(rows):
    total = 0
    for row in rows:
        for value in row:
            total += value
    return total, row, value


for _ in range(20):
    nested([[1, 2], (3, 4)])
print(nested(((1, 2), [3, 4], (5,))))


def several(pairs):
    for left, right in pairs:
        yield left * right


for _ in range(20):
    list(several([(1, 2)]))
print(list(several([(1, 2), [3, 4]])))
namespace = {}
exec("for item in [1, 2, 3]: pass", namespace)
print(namespace["item"])
