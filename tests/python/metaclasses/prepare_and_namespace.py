"""__prepare__: ordered, defaulting and forbidding namespaces; what type() copies."""


class NoDuplicates(dict):
    def __setitem__(self, key, value):
        if key in self and not key.startswith("__"):
            raise TypeError(f"{key} defined twice")
        super().__setitem__(key, value)


class Strict(type):
    @classmethod
    def __prepare__(mcls, name, bases):
        return NoDuplicates()


class Good(metaclass=Strict):
    x = 1
    y = 2


try:
    class Bad(metaclass=Strict):
        x = 1
        x = 2
except TypeError as error:
    print(error)


class Auto(dict):
    def __init__(self):
        self.next = 0

    def __missing__(self, key):
        if key.startswith("__"):
            raise KeyError(key)
        self[key] = self.next
        self.next += 1
        return self[key]


class AutoMeta(type):
    def __prepare__(name, bases, start=0):
        space = Auto()
        space.next = start
        return space

    def __new__(mcls, name, bases, space, **options):
        return super().__new__(mcls, name, bases, dict(space))

    def __init__(cls, name, bases, space, **options):
        print(type(space).__name__, [k for k in space if not k.startswith("__")], options)


class Colors(metaclass=AutoMeta, start=5):
    red
    green
    blue


print(Colors.red, Colors.green, Colors.blue, type(Good.__dict__).__name__)
for result in (5, None, []):
    try:
        type("M", (type,), {"__prepare__": lambda *a, r=result: r})
        exec("class C(metaclass=M): pass", {"M": type("M", (type,), {"__prepare__": classmethod(lambda *a, r=result: r)})})
    except TypeError as error:
        print(error)
print(type.__prepare__(), type.__prepare__(1, 2, x=3))


class FunctionMeta:
    pass


def meta(name, bases, space, **options):
    return name, bases, sorted(k for k in space if not k.startswith("__")), options


class Odd(int, metaclass=meta, extra=1):
    a = b = 1


print(Odd)
