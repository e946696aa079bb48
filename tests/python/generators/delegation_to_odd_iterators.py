"""yield from over everything iterable, with return values through StopIteration, tuples in it and custom
classes."""


class Stop(StopIteration):
    pass


class Iterator:
    def __init__(self, items, stop):
        self.items, self.stop = list(items), stop

    def __iter__(self):
        return self

    def __next__(self):
        if not self.items:
            raise self.stop
        return self.items.pop(0)


def delegate(inner):
    result = yield from inner
    yield "result", result


def attempt(function):
    try:
        print(function())
    except BaseException as error:
        print(type(error).__name__, error, repr(error.__cause__))


for inner in ([], "ab", {1: 2}, {}.items(), range(3), iter(()), map(str, [1]), (x for x in "z"),
              Iterator("ab", StopIteration),
              Iterator("a", StopIteration(5)), Iterator("a", StopIteration((1, 2))),
              Iterator("a", StopIteration(1, 2)),
              Iterator("", Stop("subclass")), Iterator("a", IndexError("broken")), 5, None, print,
              delegate([1]),
              b"by", open(__file__).read(3), zip("ab", "cd"), enumerate("x"), reversed([1, 2])):
    attempt(lambda: list(delegate(inner)))


def returns(value):
    return value
    yield


def raises_stop(value):
    raise StopIteration(value)
    yield


for value in (None, (), (1,), StopIteration(3), ValueError("instance"), [1]):
    attempt(lambda: list(delegate(returns(value))))
attempt(lambda: list(delegate(raises_stop(1))))
attempt(lambda: next(returns(())))
attempt(lambda: next(returns(ValueError("v"))))
attempt(lambda: next(returns((1, 2))))


def deep(n):
    if n:
        got = yield from deep(n - 1)
        return got + 1
    got = yield "bottom"
    return got


g = deep(200)
print(next(g))
try:
    g.send(1000)
except StopIteration as stop:
    print(stop.value)


def sent_to_plain():
    yield from [1, 2]


g = sent_to_plain()
next(g)
attempt(lambda: g.send("no send"))
attempt(lambda: g.send(None))
g = sent_to_plain()
attempt(lambda: g.send("unstarted"))


def tree(node):
    if isinstance(node, list):
        for child in node:
            yield from tree(child)
    else:
        yield node


print(list(tree([1, [2, [3, [], [4]]], 5])))


def looping():
    g = looping_inner()
    yield from g


def looping_inner():
    yield from current


current = looping()
attempt(lambda: next(current))


def closes():
    try:
        yield from inner
    finally:
        print("outer finally", end=" ")


def inner_generator():
    try:
        yield 1
    finally:
        print("inner finally", end=" ")


inner = inner_generator()
g = closes()
next(g)
print(g.gi_yieldfrom is inner, inner.gi_yieldfrom)
g.close()
print(g.gi_yieldfrom, inner.gi_frame)
