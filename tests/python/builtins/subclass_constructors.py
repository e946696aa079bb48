# Making methods and subclasses of built-in types: arguments, alternative constructors, weak references, pickling.
import copy
import pickle
import types
import weakref


def show(function, *arguments, **keywords):
    try:
        print(function(*arguments, **keywords))
    except Exception as error:
        print(type(error).__name__, error)


def function(self, *rest):
    return self, rest


method = types.MethodType(function, 5)
print(method.__self__, method.__func__ is function, method(1, 2))
for arguments in ((), (1,), (1, 2), (function, None), (function, 1, 2), (len, "abc")):
    show(lambda: types.MethodType(*arguments).__self__)
show(types.MethodType, function, 5, name=1)


class Box:
    def take(self):
        return "taken"


box = Box()
again = pickle.loads(pickle.dumps(box.take))
print(type(again).__name__, again(), box.take.__reduce__()[1][1])
deep = copy.deepcopy(box.take)
print(deep.__self__ is box, deep(), copy.copy([].append).__name__)

for base, value in ((float, 2.5), (list, [1, 2]), (tuple, (1, 2)), (frozenset, {1}), (set, {1})):
    plain = type("plain", (base,), {})
    with_init = type("with_init", (base,), {"__init__": lambda self, *a, **k: None})
    with_new = type("with_new", (base,), {"__new__": lambda cls, a, **k: base.__new__(cls, a)})
    for cls in (plain, with_init, with_new):
        print(base.__name__, cls.__name__, end=": ")
        show(cls, value)
        print(base.__name__, cls.__name__, end=": ")
        show(cls, value, extra=1)


class WithInit(float):
    def __init__(self, value):
        self.seen = value


class IntInit(int):
    def __init__(self, value):
        self.seen = value


print(WithInit.fromhex("0x1.8p1").seen, IntInit.from_bytes(b"\1\2").seen)


class Text(str):
    pass


text = Text("abc")
print(weakref.ref(text)() is text, weakref.proxy(text).upper(), Text.__weakref__.__name__)
for base in (int, tuple, bytes):
    show(lambda: weakref.ref(type("Sub", (base,), {})()))


class Counted(int):
    hashes = 0

    def __hash__(self):
        Counted.hashes += 1
        return int(self) % 7


keys = set(map(Counted, range(10)))
before = Counted.hashes
print(len(dict.fromkeys(keys)), len(dict.fromkeys(frozenset(keys), 1)), Counted.hashes - before)
