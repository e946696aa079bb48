"""Decorators: order, arguments, any expression, on classes and methods, stacked with classmethod and property."""
import functools

log = []


def trace(name):
    log.append(f"make {name}")

    def decorate(function):
        log.append(f"apply {name} to {getattr(function, '__name__', type(function).__name__)}")

        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            log.append(f"call {name}")
            return function(*args, **kwargs)

        return wrapper

    return decorate


@trace("outer")
@trace("inner")
def work(x, y=1):
    """adds"""
    return x + y


print(work(1, y=5), work.__name__, work.__doc__, work.__wrapped__.__wrapped__(2), log)

table = {"key": [lambda f: ("from table", f.__name__)]}


@table["key"][0]
def from_table(): pass


@(lambda f: f.__name__ * 2)
def doubled(): pass


@print
def printed_type(): pass


print(from_table, doubled, printed_type)


def register(cls):
    cls.registered = True
    return cls


@register
class Registered:
    @classmethod
    @trace("class method")
    def of_class(cls, x):
        return cls.__name__, x

    @staticmethod
    @trace("static")
    def static(x):
        return x

    @property
    @trace("property")
    def value(self):
        return 42

    @trace("method")
    def method(self):
        return type(self).__name__


r = Registered()
print(Registered.registered, r.of_class(1), Registered.static(2), r.value, r.method())


class Memo:
    def __init__(self, function):
        self.function = function
        self.known = {}
        functools.update_wrapper(self, function)

    def __call__(self, *args):
        if args not in self.known:
            self.known[args] = self.function(*args)
        return self.known[args]

    def __get__(self, instance, owner=None):
        return self if instance is None else functools.partial(self, instance)


class Fibonacci:
    @Memo
    def at(self, n):
        return n if n < 2 else self.at(n - 1) + self.at(n - 2)


print(Fibonacci().at(50), len(Fibonacci.at.known), Fibonacci.at.__name__)


@Memo
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80))


def replaces(function):
    return 5


@replaces
def number(): pass


print(number)
try:
    @replaces
    @number
    def never(): pass
except TypeError as error:
    print(error)


def fails(function):
    raise ValueError(f"refuses {function.__name__}")


try:
    @fails
    def bound_name(): pass
except ValueError as error:
    print(error, "bound_name" in globals())


@classmethod
def chained(cls):
    return cls


print(type(chained).__name__, chained.__wrapped__.__name__, chained.__get__(None, int)())
static = staticmethod(lambda: "called directly")
print(static(), static.__get__(5)())
