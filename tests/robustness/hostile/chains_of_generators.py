# own limit: CPython overflows its stack when generators that wrap one another are run or dropped
# Generators and coroutines nested in one another: run, thrown into, closed and dropped.
import sys
import types


def nested(inner):
    yield from inner


def build(depth):
    made = iter([1, 2])
    for _ in range(depth):
        made = nested(made)
    return made


def attempt(name, action):
    try:
        print(name, action())
    except RecursionError:
        print(name, "RecursionError")
    except ValueError as error:
        print(name, "ValueError")


attempt("next", lambda: next(build(100)))
attempt("next deep", lambda: next(build(100_000)))
attempt("list deep", lambda: list(build(5000)))
attempt("throw", lambda: build(100_000).throw(ValueError))
unstarted = build(100_000)
unstarted.close()
attempt("send", lambda: build(5000).send(None))
started = build(300)
next(started)
attempt("throw started", lambda: started.throw(ValueError))
started = build(300)
next(started)
started.close()
print("closed")


@types.coroutine
def pause():
    yield 1


async def waiting(inner):
    await inner


def coroutines(depth):
    made = pause()
    for _ in range(depth):
        made = waiting(made)
    return made


attempt("coroutine", lambda: coroutines(100).send(None))
sys.unraisablehook = lambda report: None     # coroutines that could not be closed
attempt("coroutine deep", lambda: coroutines(20_000).send(None))


def expressions(depth):
    made = range(3)
    for _ in range(depth):
        made = (item for item in made)
    return made


attempt("expressions", lambda: sum(expressions(100)))
attempt("expressions deep", lambda: sum(expressions(100_000)))


def itself():
    yield from me


me = itself()
attempt("itself", lambda: next(me))


def ending(number):
    try:
        yield
    finally:
        if number:
            made = ending(number - 1)
            next(made)
            del made


made = ending(200)
next(made)
del made
print("done")
