"""Metaclasses: the most derived wins, conflicts, functions and objects as metaclass, __call__, keywords, odd
results."""


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


class M1(type):
    pass


class M2(type):
    pass


class M3(M1, M2):
    pass


A, B, C = M1("A", (), {}), M2("B", (), {}), M3("C", (), {})
attempt(lambda: type("AB", (A, B), {}))
attempt(lambda: type(type("AC", (A, C), {})))
attempt(lambda: type(M1("BC", (B, C), {})))
attempt(lambda: M2("X", (A,), {}))


def function_meta(name, bases, namespace, **kw):
    return name, bases, sorted(k for k in namespace if not k.startswith("__")), kw


class Made(int, metaclass=function_meta, k=1):
    x = 2


print(Made)


class Callable:
    def __call__(self, name, bases, namespace):
        return 42

    def __prepare__(self, name, bases):
        return {"prepared": True}


class Answer(metaclass=Callable()):
    pass


print(Answer)
attempt(lambda: exec("class K(metaclass=3): pass"))
attempt(lambda: exec("class K(metaclass=print): x = 1"))
attempt(lambda: exec("class K(3): pass"))
attempt(lambda: exec("class K(bool): pass"))
attempt(lambda: exec("class K(int, int): pass"))
attempt(lambda: exec("class K(object, int): pass"))
attempt(lambda: exec("class K(x=1): pass"))
attempt(lambda: exec("class K(None.__class__): pass"))
attempt(lambda: exec("class K(type(lambda: 0)): pass"))
attempt(lambda: exec("class K(type(...)): pass"))


class Counting(type):
    instances = 0

    def __call__(cls, *args, **kw):
        Counting.instances += 1
        print("calling", cls.__name__, args, kw)
        made = super().__call__(*args, **kw)
        return (made, Counting.instances)

    def __iter__(cls):
        return iter("class iterated")

    def __getitem__(cls, key):
        return f"{cls.__name__}[{key}]"

    def __contains__(cls, x):
        return x == "x"

    def __len__(cls):
        return 99

    def __bool__(cls):
        return False

    def __add__(cls, other):
        return "added"

    def __repr__(cls):
        return "<counting>"

    def __instancecheck__(cls, x):
        return x == 1

    def __subclasscheck__(cls, x):
        return x is int


class K(metaclass=Counting):
    def __init__(self, *a):
        print("init", a)

    def __class_getitem__(cls, key):
        return "not asked"


print(type(K(1, 2)[0]).__name__, list(K)[:3], K[5], "x" in K, len(K), bool(K), K + 1, K, isinstance(1, K),
      isinstance(K.__new__(K), K), issubclass(int, K), issubclass(str, K))


class Prepared(type):
    @classmethod
    def __prepare__(mcs, name, bases, order=None):
        return {} if order is None else order

    def __new__(mcs, name, bases, namespace, order=None):
        return super().__new__(mcs, name, bases, dict(namespace))


class Log(dict):
    def __setitem__(self, key, value):
        print("store", key, end="; ")
        super().__setitem__(key, value)

    def __missing__(self, key):
        if key.startswith("magic"):
            return key.upper()
        raise KeyError(key)


class Magic(metaclass=Prepared, order=Log()):
    a = magic_name
    b = a + "!"
    def m(self): pass


print(Magic.b)
attempt(lambda: exec("class X(metaclass=Prepared, order=3): pass"))
attempt(lambda: exec("class X(metaclass=Prepared, order=Log()): y = unknown"))
attempt(lambda: type())
attempt(lambda: type("X", (), {}, 1))
attempt(lambda: type("X", [], {}))
attempt(lambda: type(1, (), {}))
attempt(lambda: type("X", (), []))
attempt(lambda: type("X\0", (), {}))
attempt(lambda: type("\ud800", (), {}).__name__.encode("utf-8", "surrogatepass"))
attempt(lambda: type.__call__(int, "5"))
attempt(lambda: type.__new__(int, "X", (), {}))
attempt(lambda: type.__new__(type, "X", (), {}).__name__)
attempt(lambda: object.__new__(int))
attempt(lambda: int.__new__(str))
attempt(lambda: object.__new__(K, 1))
attempt(lambda: object(1))
