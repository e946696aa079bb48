"""yield from: delegation of send, throw and close, return values, non-generator iterables, chains."""


def attempt(label, function):
    try:
        print(label, repr(function()))
    except BaseException as error:
        print(label, "->", type(error).__name__, error)


def inner():
    log = []
    try:
        while True:
            value = yield log[:]
            if value == "end":
                return log
            log.append(value)
    except ValueError as error:
        yield f"inner caught {error}"
        return "after throw"
    finally:
        print("inner cleanup")


def outer():
    result = yield from inner()
    print("outer got", result)
    yield "between"
    second = yield from inner()
    return second


g = outer()
print(next(g), g.send(1), g.send(2), g.send("end"))
print(next(g), g.throw(ValueError("thrown")))
attempt("return", lambda: next(g))
g = outer()
next(g)
print(g.gi_yieldfrom.__name__)
attempt("close", g.close)
g = outer()
next(g)
attempt("uncaught", lambda: g.throw(KeyError("through")))


class Iterator:
    def __init__(self, values):
        self.values = iter(values)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self.values)


class Throwing(Iterator):
    def throw(self, *args):
        print("throw called", args[0] if isinstance(args[0], type) else type(args[0]))
        return "from throw"

    def close(self):
        print("close called")


class Sending(Iterator):
    def send(self, value):
        return f"sent {value}"


def delegate(to):
    result = yield from to
    return result


print(list(delegate([1, 2])), list(delegate("ab")), list(delegate({1: 2})), list(delegate(range(2))))
attempt("not iterable", lambda: list(delegate(5)))
g = delegate(Iterator([1, 2]))
next(g)
attempt("send without send", lambda: g.send("x"))
g = delegate(Iterator([1, 2]))
next(g)
print(g.send(None))
attempt("throw without throw", lambda: g.throw(KeyError("k")))
g = delegate(Throwing([1, 2]))
next(g)
print(g.throw(KeyError("k")))
g.close()
g = delegate(Sending([1, 2]))
print(next(g), g.send(5))


class Stops:
    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration("carried")


def result():
    value = yield from Stops()
    yield value


print(list(result()))


def chain(depth):
    if depth == 0:
        value = yield "bottom"
        return value
    return (yield from chain(depth - 1))


g = chain(200)
print(next(g))
attempt("through the chain", lambda: g.send("result"))
g = chain(50)
next(g)
attempt("thrown through", lambda: g.throw(ZeroDivisionError("deep")))


def tree(n):
    if n:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 1)


print(list(tree(4)))


def own(g=None):
    yield from g


box = own()
box2 = own(box)
attempt("none", lambda: next(box2))


def self_delegating():
    yield from me


me = self_delegating()
attempt("itself", lambda: next(me))
