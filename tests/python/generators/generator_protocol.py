"""Generators: send, throw, close, return values, states, errors, attributes."""


def attempt(label, function):
    try:
        print(label, repr(function()))
    except BaseException as error:
        print(label, "->", type(error).__name__, error, getattr(error, "value", ""))


def echo():
    received = []
    try:
        while True:
            value = yield received[:]
            received.append(value)
            if value == "stop":
                return "returned"
    except KeyError as error:
        yield f"caught {error!r}"
    finally:
        print("cleanup")


g = echo()
attempt("send first", lambda: g.send(1))
print(next(g), g.send("a"), next(g))
attempt("stop", lambda: g.send("stop"))
attempt("after", lambda: next(g))
attempt("send after", lambda: g.send(1))
g = echo()
next(g)
attempt("throw", lambda: g.throw(KeyError("k")))
attempt("throw again", lambda: g.throw(ValueError("v")))
attempt("throw finished", lambda: g.throw(ValueError("finished")))
g = echo()
attempt("throw unstarted", lambda: g.throw(KeyError("early")))
g = echo()
next(g)
attempt("close", g.close)
attempt("close again", g.close)
for arguments in ((KeyError,), (KeyError, "v"), (KeyError, KeyError("i")), (KeyError("i"), None), (5,), ("text",), (KeyError, None, 5), (), (KeyError("a"), 5)):
    g = echo()
    next(g)
    attempt(arguments, lambda: g.throw(*arguments))


def ignores():
    while True:
        try:
            yield 1
        except GeneratorExit:
            pass


g = ignores()
next(g)
attempt("ignored exit", g.close)
g2 = ignores()
del g2


def returns_on_exit():
    try:
        yield 1
    except GeneratorExit:
        return "quietly"


g = returns_on_exit()
next(g)
attempt("quiet", g.close)


def stop_inside():
    yield 1
    raise StopIteration("inside")


attempt("stop inside", lambda: list(stop_inside()))


def reentrant():
    yield next(me)


me = reentrant()
attempt("reentrant", lambda: next(me))


def attributes():
    yield 1


g = attributes()
print(g.gi_running, g.gi_frame.f_lineno - attributes.__code__.co_firstlineno, g.gi_yieldfrom, g.gi_suspended, g.__name__, g.__qualname__)
next(g)
print(g.gi_frame.f_lineno - attributes.__code__.co_firstlineno, g.gi_suspended, g.gi_code is attributes.__code__)
list(g)
print(g.gi_frame, g.gi_suspended)
g.__name__ = "renamed"
print(g.__name__)
attempt("name type", lambda: setattr(g, "__name__", 5))
attempt("new", lambda: type(g)())


def try_finally():
    try:
        yield 1
        yield 2
    finally:
        print("finally on delete")


g = try_finally()
next(g)
del g
for value in try_finally():
    break
print("after loop")
