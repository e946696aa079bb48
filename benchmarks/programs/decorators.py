"""Layers of decorators and closures around small functions: memo, retries, validation, call counting, currying."""
import functools


def counted(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        wrapper.calls += 1
        return function(*args, **kwargs)

    wrapper.calls = 0
    return wrapper


def memoized(function):
    results = {}

    @functools.wraps(function)
    def wrapper(*args):
        try:
            return results[args]
        except KeyError:
            value = results[args] = function(*args)
            return value

    return wrapper


def retried(times):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            for attempt in range(times):
                try:
                    return function(*args, attempt=attempt, **kwargs)
                except ValueError:
                    if attempt + 1 == times:
                        raise
        return wrapper
    return decorate


def typed(**types):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(**kwargs):
            for name, value in kwargs.items():
                if not isinstance(value, types[name]):
                    raise TypeError(f"{name} must be {types[name].__name__}")
            return function(**kwargs)
        return wrapper
    return decorate


def curry(function, arity):
    def take(*held):
        if len(held) == arity:
            return function(*held)
        return lambda value: take(*held, value)
    return take()


@counted
@memoized
def partitions(total, largest):
    if total == 0:
        return 1
    if total < 0 or largest == 0:
        return 0
    return partitions(total, largest - 1) + partitions(total - largest, largest)


@counted
@retried(3)
def unreliable(value, attempt):
    if (value + attempt) % 3 == 0:
        raise ValueError(value)
    return value * 2 + attempt


@typed(width=int, name=str)
def box(width, name):
    return name.center(width, ".")


def compose(*functions):
    def composed(value):
        for function in functions:
            value = function(value)
        return value
    return composed


print(partitions(120, 120), partitions.calls, partitions.__name__)
print(sum(unreliable(value) for value in range(120_000)), unreliable.calls)
print(sum(len(box(width=i % 20, name="ab")) for i in range(60_000)))
try:
    box(width="3", name="x")
except TypeError as error:
    print(error)
add3 = curry(lambda a, b, c: a * 100 + b * 10 + c, 3)
print(sum(add3(i % 7)(i % 5)(i % 3) for i in range(40_000)))
steps = compose(lambda v: v + 1, lambda v: v * 3, lambda v: v % 1009)
value = 5
for _ in range(100_000):
    value = steps(value)
print(value)
