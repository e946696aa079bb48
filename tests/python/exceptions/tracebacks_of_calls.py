"""Uncaught error out of lambdas, comprehensions, decorators, generators, methods, properties and class bodies."""
import functools


def decorate(function):
    @functools.wraps(function)
    def wrapper(*args, **kw):
        return function(*args, **kw)
    return wrapper


class Chain:
    @property
    def start(self):
        return self[
            "key"
        ]

    def __getitem__(self, key):
        return self @ key

    def __matmul__(self, other):
        return {k: v for k, v in [(other, self < other)]}

    def __lt__(self, other):
        return sorted([3, 1], key=lambda n: self.method(n, other=other))

    @decorate
    def method(self, number, *, other):
        return list(generator(number,
                              other))


def generator(number, other):
    yield from (int(c) / len(other[5:]) for c in str(number))


def make_class():
    class Body:
        attribute = Chain().start
    return Body


make_class()
# exit code 1
