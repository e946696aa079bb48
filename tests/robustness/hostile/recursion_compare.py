# ==, <, hash and in of what is nested too deeply, and of what contains itself.
import collections


def pair(make, depth=100_000):
    left = right = None
    for _ in range(depth):
        left, right = make(left), make(right)
    return left, right


def attempt(name, action):
    try:
        print(name, action() is not None)
    except RecursionError as error:
        print(name, "RecursionError")


makers = {"list": lambda inner: [inner], "tuple": lambda inner: (inner,), "dict": lambda inner: {1: inner},
          "deque": lambda inner: collections.deque([inner])}
for name, make in makers.items():
    left, right = pair(make)
    attempt(name + " ==", lambda: left == right)
    attempt(name + " !=", lambda: left != right)
    attempt(name + " in", lambda: left in [right])
    if name != "dict":
        attempt(name + " <", lambda: left < right)
left, right = pair(lambda inner: (inner,), 3000)    # hashing does not count the depth; the stack has to do
attempt("hash", lambda: hash(left))
attempt("set", lambda: {left})
attempt("dict", lambda: {left: 1})
left, right = pair(lambda inner: frozenset([inner]), 1000)
attempt("frozenset ==", lambda: left == right)

one, two = [], []
one.append(two)
two.append(one)
attempt("knot ==", lambda: one == two)
attempt("knot <", lambda: one < two)
attempt("knot index", lambda: one.index([[[one]]]))
first, second = {}, {}
first[1], second[1] = second, first
attempt("dict knot", lambda: first == second)
