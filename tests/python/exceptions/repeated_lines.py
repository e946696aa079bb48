"""Recursion: repeated frames are folded in a traceback; the limit and its message."""
import sys
import traceback


def down(n):
    if n == 0:
        raise ValueError("bottom")
    down(n - 1)


def ping(n):
    return pong(n - 1) if n else 1 / 0


def pong(n):
    return ping(n - 1) if n else 1 / 0


for function, depth in ((down, 2), (down, 3), (down, 10), (ping, 6)):
    try:
        function(depth)
    except (ValueError, ZeroDivisionError) as error:
        print(traceback.format_exc().replace(__file__, "FILE"))


def forever():
    return forever()


try:
    forever()
except RecursionError as error:
    print(error)
    print(len(traceback.extract_tb(error.__traceback__)) > 900)


class Endless:
    def __repr__(self):
        return repr(self)

    def __getattr__(self, name):
        return getattr(self, name + "x")

    def __eq__(self, other):
        return other == self


for action in (lambda: repr(Endless()), lambda: Endless().a, lambda: Endless() == Endless()):
    try:
        action()
    except RecursionError as error:
        print(str(error)[:32])
old = sys.getrecursionlimit()
sys.setrecursionlimit(60)
try:
    down(200)
except RecursionError as error:
    print(error)
finally:
    sys.setrecursionlimit(old)
for bad in (0, -5, "a", 1.5):
    try:
        sys.setrecursionlimit(bad)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
