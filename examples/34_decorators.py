"""@decorator above def means name = decorator(function): here with arguments, wraps, and classes."""
import functools


def shout(function):
    @functools.wraps(function)                # name, docstring and a link to the original
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs).upper() + "!"
    return wrapper


@shout
def hello(name, greeting="hello"):
    """Greets."""
    return f"{greeting} {name}"


print(hello("world"), hello("you", greeting="hi"))
print(hello.__name__, hello.__doc__, hello.__wrapped__("quiet"))


def repeat(times):
    """A factory: it is called first, what it returns decorates."""
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args):
            return [function(*args) for _ in range(times)]
        return wrapper
    return decorate


@repeat(2)
@shout                                        # the lower one is applied first
def word(text):
    return text


print(word("ha"))


class Counted:
    """A class whose instances can be called decorates too, and has a place for state."""

    def __init__(self, function):
        functools.update_wrapper(self, function)
        self.function, self.calls = function, 0

    def __call__(self, *args):
        self.calls += 1
        return self.function(*args)


@Counted
def square(n):
    return n * n


print([square(n) for n in range(4)], square.calls, square.__name__)


def with_repr(cls):
    """A class decorator changes or replaces a class."""
    cls.__repr__ = lambda self: f"{cls.__name__}({', '.join(f'{k}={v!r}' for k, v in vars(self).items())})"
    return cls


@with_repr
class User:
    def __init__(self, name, age):
        self.name, self.age = name, age


print(User("ada", 36))
handlers = {}
register = lambda key: lambda function: handlers.setdefault(key, function)


@register("add")
def add(a, b):
    return a + b


print(handlers["add"](1, 2), handlers["add"] is add)
order = []
mark = lambda text: order.append(text) or (lambda function: order.append("apply " + text) or function)


@mark("one")
@mark("two")
def nothing():
    pass


print(order)
