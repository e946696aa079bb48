"""StopIteration inside a generator becomes RuntimeError (PEP 479); return values; exhausted and running generators."""
import inspect


def leaks():
    yield 1
    next(iter([]))
    yield 2


generator = leaks()
print(next(generator))
try:
    next(generator)
except RuntimeError as error:
    print(error, repr(error.__cause__), repr(error.__context__))
print(list(generator), inspect.getgeneratorstate(generator))


def returns(value):
    yield "only"
    return value


for value in (None, 5, (1, 2), ValueError("x"), StopIteration(3)):
    generator = returns(value)
    next(generator)
    try:
        next(generator)
    except StopIteration as stop:
        print(stop.args, repr(stop.value))


def itself():
    try:
        next(me)
    except ValueError as error:
        yield str(error)


me = itself()
print(inspect.getgeneratorstate(me), next(me), inspect.getgeneratorstate(me), list(me))
for action in (lambda: leaks().send(1), lambda: leaks().throw(5), lambda: leaks().throw(), lambda: leaks().throw(ValueError, "v"),
               lambda: leaks().throw(ValueError("a"), "b"), lambda: leaks().close(), lambda: next(5), lambda: leaks().send(),
               lambda: leaks().throw(StopIteration(7)), lambda: (x for x in 5), lambda: leaks().throw(ValueError, "v", 5)):
    try:
        print(action())
    except (TypeError, ValueError, RuntimeError, StopIteration) as error:
        print(type(error).__name__, error)


def stubborn():
    while True:
        try:
            yield
        except GeneratorExit:
            print("refusing")
            yield "still here"
            return


generator = stubborn()
next(generator)
try:
    generator.close()
except RuntimeError as error:
    print(error)
print(list(generator))
