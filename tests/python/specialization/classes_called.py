"""Calls of classes stay right when the classes get another __init__, __new__, metaclass call or abstract methods."""


class Item:
    def __init__(self, a, b):
        self.pair = a, b


def make():
    return Item(1, 2)


def attempt(label):
    try:
        made = make()
        print(label, type(made).__name__, getattr(made, "__dict__", made))
    except Exception as error:
        print(label, type(error).__name__, error)


for _ in range(100):
    make()
attempt("warm")
Item.__init__ = lambda self, b, a: setattr(self, "pair", [a, b])
attempt("other __init__")
for _ in range(100):
    make()
Item.__init__ = lambda self: None
attempt("too few parameters")
Item.__init__ = lambda self, *rest: setattr(self, "rest", rest)
attempt("collecting")
Item.__init__ = lambda self, a, b: a
attempt("returns a value")
Item.__init__ = lambda self, a, b=9: setattr(self, "ab", (a, b))
for _ in range(100):
    make()
attempt("defaults")
Item.__new__ = lambda cls, *rest: object.__new__(Other)


class Other:
    pass


attempt("other __new__")
Item.__new__ = lambda cls, *rest: super(Item, cls).__new__(cls)
attempt("plain __new__")


class Item:
    def __init__(self, a, b):
        raise ValueError(f"no {a} {b}")


for _ in range(100):
    try:
        make()
    except ValueError:
        pass
attempt("raises")


class Meta(type):
    def __call__(cls, *arguments):
        return "made by the metaclass", arguments


class Item(metaclass=Meta):
    def __init__(self, a, b):
        pass


attempt("metaclass")


class Item:
    def __init__(self, a, b):
        self.a = a


for _ in range(100):
    make()
Item.__abstractmethods__ = frozenset(["f"])
attempt("abstract")
Item.__abstractmethods__ = frozenset()
attempt("concrete")


class Counted:
    alive = 0

    def __init__(self, depth):
        Counted.alive += 1
        self.child = Counted(depth - 1) if depth else None

    def __del__(self):
        Counted.alive -= 1


def nested():
    for depth in range(30):
        Counted(depth)


nested()
print(Counted.alive)


class Endless:
    def __init__(self):
        Endless()


try:
    Endless()
except RecursionError as error:
    print(type(error).__name__, error)
