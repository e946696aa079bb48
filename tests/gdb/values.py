"""One value of each kind, held by local variables."""
import sys


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def norm(self):
        return self.x


class Slots:
    __slots__ = ("a",)


class Stack(list):
    pass


class NotFound(LookupError):
    pass


def counter(n):
    while n:
        yield n
        n -= 1


async def wait():
    pass


def numbers():
    small, negative, word, huge = 7, -3, 2**62, -10**40
    yes, half, nan, point = True, 0.5, float("nan"), 1 - 2j
    nothing, dots, unknown = None, ..., NotImplemented
    return small


def texts():
    ascii, latin, wide, wider, quoted = "abc", "h\xe9", "\u20ac", "\U0001f40d", "it's"
    empty, long, raw, array = "", "ab" * 100, b"\0a", bytearray(b"xyz")
    return ascii, latin


def containers():
    items, pair, single, none = [1, "a", [2]], (1, 2.5), (1,), ()
    table, mixed, unique, frozen = {"k": 1}, {1: "one", None: ()}, {5}, frozenset({"f"})
    loop = [1]
    loop.append(loop)
    many, deep = list(range(100)), [[[[[[1]]]]]]
    holes = {"a": 1, "b": 2, "c": 3}
    del holes["b"]
    part, span, bag = slice(1, None), range(0, 10, 2), set()
    return items


def things():
    start = 1

    def inner():
        return start

    plain, bound, own = counter, Point(1, "y").norm, [].append
    code, kind, module, native = counter.__code__, Point, sys, len
    new, stopped, done, task = counter(1), counter(2), counter(0), wait()
    next(stopped), list(done)
    point, stack, error = Point(1, "y"), Stack([1, 2]), NotFound("key", 3)
    point.x, stack.name = [point], "s"
    system = OSError(2, "No such file", "name")
    static, getter, frame = staticmethod(counter), property(counter), sys._getframe()
    task.close()
    return inner


numbers(), texts(), containers(), things()
