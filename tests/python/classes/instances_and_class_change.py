"""__new__ and __init__ together, singletons, __class__ changed, __dict__ replaced, instance methods made by hand."""
import types


def attempt(label, function):
    try:
        print(label, repr(function()))
    except Exception as error:
        print(label, type(error).__name__, error)


class Singleton:
    _instance = None

    def __new__(cls, *args):
        if cls._instance is None:
            cls._instance = super().__new__(cls)
            print("created")
        return cls._instance

    def __init__(self, *args):
        print("init", args)


print(Singleton(1) is Singleton(2))


class Other:
    def __new__(cls):
        return 5

    def __init__(self):
        print("never")


print(Other())


class Cached(int):
    def __new__(cls, value):
        return super().__new__(cls, value * 2)

    def __init__(self, value):
        self.original = value


c = Cached(21)
print(c, c.original, c + 1, type(c + 1).__name__, type(c).__name__)


class BadInit:
    def __init__(self):
        return 5


attempt("init returns", BadInit)


class A:
    def hello(self):
        return f"A {self.name}"


class B:
    def hello(self):
        return f"B {self.name}"


thing = A()
thing.name = "thing"
hello = thing.hello
thing.__class__ = B
print(thing.hello(), hello(), isinstance(thing, B), isinstance(thing, A))
attempt("to int", lambda: setattr(thing, "__class__", int))
attempt("to number", lambda: setattr(thing, "__class__", 5))
attempt("int instance", lambda: setattr(5, "__class__", bool))
attempt("delete class", lambda: delattr(thing, "__class__"))
thing.__dict__ = {"name": "replaced"}
print(thing.hello(), vars(thing))
attempt("dict type", lambda: setattr(thing, "__dict__", 5))
del thing.__dict__
attempt("after delete", lambda: thing.name)
thing.name = "again"
print(thing.hello())

thing.bound = types.MethodType(lambda self, word: f"{word} {self.name}", thing)
print(thing.bound("hi"), thing.bound.__self__ is thing, thing.bound.__func__.__name__)
thing.free = lambda word: f"free {word}"
print(thing.free("hi"))
B.added = lambda self: f"added to {self.name}"
print(thing.added())
print(A.hello(thing), A.hello is A.__dict__["hello"], thing.hello is thing.hello, thing.hello == thing.hello)
attempt("unbound", lambda: A.hello())
attempt("method attribute", lambda: setattr(thing.hello, "x", 1))
A.hello.x = 5
print(A().hello.x)


class Call:
    def __call__(self, *args, **kwargs):
        return args, kwargs


call = Call()
print(call(1, b=2), call.__call__(3))
call.__call__ = lambda: "instance attribute is not looked at"
print(call())
Call.__call__ = lambda self: "class attribute is"
print(call())
del Call.__call__
attempt("gone", lambda: call())
