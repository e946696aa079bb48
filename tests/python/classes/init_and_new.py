"""__new__ and __init__: what each gets, results of other types, extra arguments, subclasses of immutables, direct calls."""


def attempt(label, function):
    try:
        print(label, "->", repr(function()))
    except Exception as error:
        print(label, "->", type(error).__name__, error)


class Plain:
    pass


class OnlyInit:
    def __init__(self, a):
        self.a = a


class OnlyNew:
    def __new__(cls, a):
        self = super().__new__(cls)
        self.a = a
        return self


class Other:
    def __new__(cls, kind):
        return {"none": None, "int": 5, "self": object.__new__(cls), "sub": object.__new__(Sub)}[kind]

    def __init__(self, kind):
        print("init of", type(self).__name__, "with", kind)


class Sub(Other):
    pass


class BadInit:
    def __init__(self):
        return 5


class NoneNew:
    def __new__(cls):
        pass

    def __init__(self):
        print("never")


for kind in ("none", "int", "self", "sub"):
    print(kind, type(Other(kind)).__name__)
print(type(Sub("self")).__name__, type(Sub("sub")).__name__, NoneNew())
attempt("plain extra", lambda: Plain(1))
attempt("plain keyword", lambda: Plain(x=1))
attempt("init missing", lambda: OnlyInit())
attempt("new missing", lambda: OnlyNew())
attempt("new extra", lambda: OnlyNew(1, 2))
attempt("bad init", lambda: BadInit())
attempt("object.__new__()", lambda: object.__new__())
attempt("object.__new__(5)", lambda: object.__new__(5))
attempt("object.__new__(int)", lambda: object.__new__(int))
attempt("int.__new__(str)", lambda: int.__new__(str))
attempt("int.__new__(object)", lambda: int.__new__(object))
attempt("object.__new__(Plain, 1)", lambda: object.__new__(Plain, 1))
attempt("object.__new__(OnlyInit, 1)", lambda: type(object.__new__(OnlyInit, 1, b=2)))
attempt("object.__init__(OnlyNew)", lambda: object.__init__(OnlyNew(1), 5))
attempt("object.__init__(Plain)", lambda: object.__init__(Plain(), 5))
attempt("object.__init__ both", lambda: object.__init__(Other("self"), 5))
attempt("tuple.__new__(list)", lambda: tuple.__new__(list))
attempt("type.__call__()", lambda: type.__call__(Plain, 1))
attempt("uninitialised", lambda: OnlyInit.__new__(OnlyInit).a)


class Celsius(float):
    def __new__(cls, value, unit="C"):
        self = super().__new__(cls, value)
        self.unit = unit
        return self

    def __repr__(self):
        return f"{float(self)}{self.unit}"


print(Celsius(5), Celsius("7.5", "K"), Celsius(5) + 1, [Celsius(1)], Celsius(5) == 5)
attempt("bad celsius", lambda: Celsius("warm"))


class Pair(tuple):
    def __new__(cls, a, b):
        return super().__new__(cls, (a, b))

    def __init__(self, a, b):
        print("tuple init", a, b, len(self))


print(Pair(1, 2), Pair(1, 2) + (3,), type(Pair(1, 2)[:]))


class Singleton:
    instance = None

    def __new__(cls, *args, **kw):
        if cls.instance is None:
            cls.instance = super().__new__(cls)
        return cls.instance

    def __init__(self, value=None):
        self.value = value


one, two = Singleton(1), Singleton(2)
print(one is two, one.value)
Plain.__init__ = lambda self, *a: setattr(self, "a", a)
print(Plain(1, 2).a)
Plain.__new__ = lambda cls, *a: object.__new__(cls)
print(Plain(3).a)
del Plain.__init__
attempt("after deleting __init__", lambda: Plain(5))
print(OnlyNew.__new__, type(OnlyNew.__dict__["__new__"]))
