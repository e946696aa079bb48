"""What __new__ and __init__ get of a call's arguments, who objects to them, and classes that change on the way."""


def attempt(function, *arguments, **keywords):
    try:
        result = function(*arguments, **keywords)
        print(type(result).__name__, getattr(result, "__dict__", result))
    except Exception as error:
        print(type(error).__name__, error)


class OnlyNew:
    def __new__(cls, *arguments, **keywords):
        self = super().__new__(cls)
        self.seen = arguments, keywords
        return self


class OnlyInit:
    def __init__(self, a, b=2, *rest, c, **more):
        self.seen = a, b, rest, c, more


class Both:
    def __new__(cls, a, b):
        return super().__new__(cls)

    def __init__(self, a, b=0, *, c=5):
        self.seen = a, b, c


class Neither:
    pass


class Other:
    def __new__(cls, what):
        return {"int": 3, "sub": Neither(), "same": OnlyInit(1, c=what)}[what]

    def __init__(self, what):
        raise AssertionError("not an instance")


class Returns:
    def __init__(self, value):
        return value


class StaticInit:
    @staticmethod
    def __init__(*arguments):
        print("static", arguments)


class ClassInit:
    __init__ = classmethod(lambda cls, *arguments: print("class", cls.__name__, arguments))


class NotCallable:
    __init__ = 3


class Pair(tuple):
    def __new__(cls, a, b=1):
        return tuple.__new__(cls, (a, b))


class Number(int):
    def __init__(self, value, *, note=""):
        self.note = note


class Renewed:
    def __new__(cls, *arguments):
        cls.__init__ = lambda self, *given: self.__dict__.update(given=given)
        return object.__new__(cls)


for cls in (OnlyNew, OnlyInit, Both, Neither, StaticInit, ClassInit, NotCallable, Pair, Number, Renewed, Returns):
    print(cls.__name__)
    attempt(cls)
    attempt(cls, 1)
    attempt(cls, 1, 2)
    attempt(cls, 1, c=3)
    attempt(cls, 1, 2, 3, c=4, d=5)
    attempt(cls, *(1, 2), **{"c": 3})
    attempt(cls, 1, **{"b": 2})
    attempt(cls, **{"a": 1, "b": 2})
for what in ("int", "sub", "same", "absent"):
    attempt(Other, what)
attempt(Returns, None)
attempt(Number, 5, note="five")
attempt(type("Late", (Neither,), {"__init__": lambda self, *, x: None}), x=1)
OnlyInit.__init__ = object.__init__
attempt(OnlyInit)
attempt(OnlyInit, 1)


class Deep:
    def __init__(self, depth=0):
        Deep(depth=depth + 1)


try:
    Deep(depth=1)
except RecursionError as error:
    print(error)
