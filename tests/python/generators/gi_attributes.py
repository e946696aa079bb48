"""gi_running, gi_suspended, gi_frame, gi_yieldfrom, gi_code through the life of a generator; names that can be set."""
import inspect


def states(g):
    return g.gi_running, g.gi_suspended, g.gi_frame is not None, g.gi_yieldfrom, inspect.getgeneratorstate(g)


def inner():
    print("running inside:", states(outer_generator)[:2], outer_generator.gi_yieldfrom)
    yield 1


def outer():
    local = "seen"
    print("inside", states(outer_generator))
    yield 0
    yield from inner()
    yield from [7]


outer_generator = outer()
print(states(outer_generator), outer_generator.gi_frame.f_lineno)
next(outer_generator)
print(states(outer_generator), outer_generator.gi_frame.f_locals, outer_generator.gi_frame.f_lineno)
next(outer_generator)
print(outer_generator.gi_yieldfrom.__name__, outer_generator.gi_frame.f_lineno)
next(outer_generator)
print(type(outer_generator.gi_yieldfrom).__name__)
print(list(outer_generator), states(outer_generator))
g = outer()
g.close()
print(states(g))
for name, value in (("__name__", "renamed"), ("__qualname__", "q.n"), ("__name__", 5), ("gi_frame", None), ("gi_running", 1), ("gi_code", None), ("other", 1)):
    try:
        setattr(g, name, value)
        print(name, getattr(g, name))
    except (AttributeError, TypeError) as error:
        print(name, error)
print(repr(g)[:22], g.gi_code.co_name, type(g), g.__iter__() is g)
for action in (lambda: type(g)(), lambda: g(), lambda: len(g), lambda: g[0], lambda: delattr(g, "__name__")):
    try:
        action()
    except (TypeError, AttributeError) as error:
        print(error)


def again():
    try:
        yield next(me)
    except ValueError as error:
        yield str(error)


me = again()
print(next(me))
expression = (x for x in "ab")
print(expression.__name__, expression.gi_code.co_varnames, expression.gi_frame.f_locals["x"] if "x" in expression.gi_frame.f_locals else "unset")
