"""f(*args, **kwargs) of functions and bound methods: binding, errors, ownership of what is passed."""
import sys


def show(*args, key=None, **kwargs):
    return args, key, kwargs


def strict(a, b, /, c, *, d=4):
    return a, b, c, d


class Holder:
    def method(self, *args, **kwargs):
        return type(self).__name__, args, kwargs

    @classmethod
    def create(cls, *args, **kwargs):
        return cls.__name__, args, kwargs

    @staticmethod
    def plain(*args, **kwargs):
        return args, kwargs


def forward(function, *args, **kwargs):
    return function(*args, **kwargs)


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except TypeError as error:
        print("TypeError", error)


holder = Holder()
for _ in range(20):
    forward(show, 1, 2, key=3, other=4)
    forward(holder.method, 1, x=2)
for function in (show, holder.method, holder.create, Holder.create, holder.plain, Holder.method, print, dict):
    attempt(forward, function)
    if function is not print:
        attempt(forward, function, (("a", 1),), b=2)
attempt(forward, strict, 1, 2, 3)
attempt(forward, strict, 1, 2, c=3, d=5)
attempt(forward, strict, 1, b=2, c=3)
attempt(forward, strict, 1, 2, 3, c=4)
attempt(forward, strict, 1, 2)
attempt(forward, strict, *range(9))
attempt(forward, strict, 1, 2, 3, e=5)
attempt(lambda: show(*[1], **{1: 2}))
attempt(lambda: holder.method(*[1], **{(): 2}))
attempt(lambda: show(*5))
attempt(lambda: show(**5))


def generate(*args, **kwargs):
    yield args
    yield kwargs


print(list(forward(generate, 1, a=2)), list(forward(lambda *a, **k: generate(*a, **k), 3, b=4)))


def failing(*args, **kwargs):
    raise ValueError(args, kwargs)


marker = object()
before = sys.getrefcount(marker)
for _ in range(30):
    forward(show, marker, marker, key=marker, more=marker)
    forward(holder.method, marker, more=marker)
    for call in (lambda: forward(failing, marker, x=marker), lambda: forward(strict, marker, marker, marker, c=marker)):
        try:
            call()
        except (ValueError, TypeError):
            pass
print(sys.getrefcount(marker) - before)
