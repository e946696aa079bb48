"""Repeated frames in tracebacks: folded after three, mutual recursion, changing lines, exceptions through
many levels."""
import sys
import traceback


def show(function, *args):
    try:
        function(*args)
    except BaseException as error:
        print("".join(traceback.format_exception(error)))
        for limit in (2, -2, 0):
            print(limit, "".join(traceback.format_exception(error, limit=limit)))


def down(n):
    if n == 0:
        raise ValueError("bottom")
    down(n - 1)


for depth in (1, 2, 3, 4, 10):
    show(down, depth)


def even(n):
    if not n:
        1 / 0
    odd(n - 1)


def odd(n):
    even(n - 1)


show(even, 8)


def two_lines(n):
    if n == 0:
        raise KeyError(n)
    if n % 7:
        two_lines(n - 1)
    else:
        two_lines(n - 1)


show(two_lines, 15)


def forever():
    forever()


sys.setrecursionlimit(80)
try:
    forever()
except RecursionError as error:
    text = "".join(traceback.format_exception(error))
    print(text[-300:].replace(text[text.find("[Prev"):text.find(" more times")], "[Previous line repeated N"))


class Node:
    def __repr__(self):
        return f"Node({self!r})"


try:
    repr(Node())
except RecursionError as error:
    print(str(error)[:32])
sys.setrecursionlimit(1000)


def chain(n):
    try:
        if n:
            chain(n - 1)
        else:
            raise ValueError("deep")
    finally:
        if n == 3:
            raise KeyError("replaced on the way")


show(chain, 6)
(lambda f: f(f, 5))(lambda f, n: f(f, n - 1) if n else n / 0)
# exit code 1
