"""Decorator patterns: arguments, classes as decorators, stacking order, memoise, retry, registry, type checks, on classes and methods."""
import functools
import inspect
import time


def trace(prefix):
    print("making", prefix)

    def decorate(function):
        print("decorating", function.__name__, "with", prefix)

        @functools.wraps(function)
        def wrapper(*args, **kw):
            print(prefix, args, kw)
            return function(*args, **kw)
        return wrapper
    return decorate


@trace("outer")
@trace("inner")
def add(a, b=2):
    "adds"
    return a + b


print(add(1), add(1, b=5), add.__name__, add.__doc__, add.__wrapped__.__wrapped__(3), inspect.signature(add))


class Counter:
    def __init__(self, function):
        functools.update_wrapper(self, function)
        self.function, self.calls = function, 0

    def __call__(self, *args):
        self.calls += 1
        return self.function(*args)

    def __get__(self, instance, owner):
        return functools.partial(self, instance) if instance is not None else self


class Service:
    handlers = {}

    def on(event, handlers=handlers):
        def register(function):
            handlers.setdefault(event, []).append(function.__name__)
            return function
        return register

    @on("start")
    @on("stop")
    def both(self):
        return "both"

    @on("start")
    @Counter
    def counted(self, x=0):
        return x * 2

    @property
    @functools.cache
    def expensive(self):
        print("computed once")
        return 42

    @functools.singledispatchmethod
    def show(self, value):
        return f"object {value}"

    @show.register
    def _(self, value: int):
        return f"int {value}"

    @show.register(list)
    def _(self, value):
        return f"list of {len(value)}"

    @functools.cached_property
    def cached(self):
        print("cached once")
        return []


s = Service()
print(Service.handlers, s.counted(4), s.counted(5), Service.counted.calls, s.expensive, s.expensive, s.show(1), s.show("x"), s.show([1]), s.cached is s.cached, s.__dict__)


def retry(times, *errors):
    def decorate(function):
        @functools.wraps(function)
        def wrapper():
            for attempt in range(1, times + 1):
                try:
                    return function(attempt)
                except errors as error:
                    print("attempt", attempt, error)
            raise RuntimeError("gave up") from error if False else None
        return wrapper
    return decorate


@retry(3, ValueError, KeyError)
def flaky(attempt):
    if attempt < 3:
        raise (ValueError if attempt == 1 else KeyError)("not yet")
    return "done"


@retry(1, ValueError)
def hopeless(attempt):
    raise ValueError("never")


print(flaky())
try:
    hopeless()
except RuntimeError as error:
    print(error)


def checked(function):
    hints = function.__annotations__

    @functools.wraps(function)
    def wrapper(*args):
        for (name, kind), value in zip(hints.items(), args):
            if not isinstance(value, kind):
                raise TypeError(f"{function.__name__}: {name} should be {kind.__name__}, not {type(value).__name__}")
        return function(*args)
    return wrapper


@checked
def repeat(text: str, times: int):
    return text * times


print(repeat("ab", 2))
try:
    repeat(2, "ab")
except TypeError as error:
    print(error)


def add_method(cls):
    cls.extra = lambda self: f"extra of {type(self).__name__}"
    return cls


@add_method
@functools.total_ordering
class Version:
    def __init__(self, *parts):
        self.parts = parts

    def __eq__(self, other):
        return self.parts == other.parts

    def __lt__(self, other):
        return self.parts < other.parts


print(Version(1, 2) <= Version(1, 2), Version(2) >= Version(1, 9), Version(1) > Version(1), Version().extra())
numbers = [lambda f: f(1), print][0](lambda x: x + 1)


@(lambda f: (f, "any expression"))
def tupled(): pass


@[staticmethod, classmethod][0]
def static(): return "static"


print(numbers, tupled[1], static())
