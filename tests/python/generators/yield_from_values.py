"""yield from: values returned and sent, throwing into plain iterators, StopIteration subclasses, errors of non-iterables, trees."""


def accumulate():
    total = 0
    while (value := (yield total)) is not None:
        total += value
    return total


def gather(results):
    while True:
        results.append((yield from accumulate()))


results = []
g = gather(results)
next(g)
for value in (1, 2, None, 10, 20, None):
    g.send(value)
print(results)


class Iterator:
    def __init__(self, *values):
        self.values = iter(values)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self.values)


class Full(Iterator):
    def send(self, value):
        return f"sent {value}"

    def throw(self, *details):
        print("throw", [getattr(d, "__name__", d) for d in details])
        return "thrown"

    def close(self):
        print("closed")


def over(iterable):
    result = yield from iterable
    print("result", result)


g = over(Iterator(1, 2))
print(next(g))
try:
    g.send(5)
except AttributeError as error:
    print(error)
g = over(Iterator(1, 2))
next(g)
try:
    g.throw(KeyError, "into a plain iterator")
except KeyError as error:
    print(repr(error))
g = over(Full(1, 2))
print(next(g), g.send("x"), g.throw(ValueError), g.throw(ValueError("instance")), next(g))
g.close()


class Special(StopIteration):
    pass


class Stops:
    def __iter__(self):
        return self

    def __next__(self):
        raise Special("carried", "second")


print(list(over(Stops())))
for bad in (5, None, object(), int):
    try:
        next(over(bad))
    except TypeError as error:
        print(error)


class BadIter:
    def __iter__(self):
        return 5


try:
    next(over(BadIter()))
except TypeError as error:
    print(error)


def tree(node):
    if isinstance(node, list):
        for child in node:
            yield from tree(child)
    else:
        yield node
    return node


print(list(tree([1, [2, [3, []], 4], [[[5]]]])))


def countdown(n):
    if n:
        yield n
        yield from countdown(n - 1)


print(sum(countdown(200)), [*over("ab")], dict(enumerate(over(range(2)))))


def yields_itself():
    yield from me


me = yields_itself()
try:
    next(me)
except ValueError as error:
    print(error)


def throwing():
    try:
        yield from (x for x in range(5))
    except RuntimeError as error:
        yield f"caught {error}"


g = throwing()
next(g)
print(g.throw(RuntimeError("deep")))
