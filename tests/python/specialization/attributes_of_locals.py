"""`local.name` read and stored in warm code, after which classes and instances change in every way that matters."""


class Point:
    def __init__(self, x):
        self.x = x
        self.y = 0


class Slotted:
    __slots__ = ("x",)

    def __init__(self, x):
        self.x = x


def read(obj):
    return obj.x


def store(obj, value):
    obj.x = value
    return obj.x


def swap_sum(a, b):
    total = a.x + b.x
    a.x = b.x
    b.x = total
    return a.x, b.x


def warm():
    for number in range(60):
        point = Point(number)
        read(point)
        store(point, number)
        swap_sum(point, Point(1))


warm()
print(read(Point(1)), store(Point(1), 2), swap_sum(Point(3), Point(4)))
print(read(Slotted(5)), store(Slotted(5), 6), swap_sum(Slotted(1), Slotted(2)))
for _ in range(60):
    read(Slotted(1))
print(read(Slotted(7)), read(Point(8)))


def failure(function, *arguments):
    try:
        print(function(*arguments))
    except Exception as error:
        print(type(error).__name__, error)


empty = Slotted.__new__(Slotted)
failure(read, empty)
bare = Point.__new__(Point)
failure(read, bare)
print(store(bare, 1), bare.__dict__)

point = Point(1)
point.__dict__["x"] = 10
print(read(point), store(point, 11), point.__dict__)
del point.x
failure(read, point)
point.x = 12
print(read(point))

Point.x = property(lambda self: "getter", lambda self, value: print("setter", value))
print(read(Point(1)), store(Point(1), 5))
del Point.x
warm()
Point.__getattr__ = lambda self, name: "missing " + name
print(read(Point.__new__(Point)))
Point.__setattr__ = lambda self, name, value: object.__setattr__(self, name, (name, value))
print(store(Point(1), 3))
del Point.__setattr__, Point.__getattr__
warm()


class Loud:
    def __init__(self, owner):
        self.owner = owner

    def __del__(self):
        print("dropped while x is", self.owner.x)


point = Point(1)
point.x = Loud(point)
print(store(point, "new"))


def unbound(flag):
    if flag:
        obj = Point(1)
    return obj.x


for _ in range(30):
    unbound(True)
failure(unbound, False)


def unbound_store(flag):
    if flag:
        obj = Point(1)
    obj.x = 5
    return obj.x


for _ in range(30):
    unbound_store(True)
failure(unbound_store, False)


class Node:
    def __init__(self, value, link):
        self.value, self.link = value, link


def chain(node):
    total = 0
    while node is not None:
        total += node.value
        node = node.link
    return total


node = None
for number in range(100):
    node = Node(number, node)
print(chain(node))
