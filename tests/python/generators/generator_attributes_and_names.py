"""Generators and their names, frames, codes: renamed functions, repr, state, running inside themselves,
copying, pickling."""
import copy
import inspect
import pickle


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, error)


class K:
    def method(self):
        x = 1
        y = yield x
        x = y
        yield x


g = K().method()
print(g.__name__, g.__qualname__, g.gi_code.co_qualname)
g.__name__, g.__qualname__ = "renamed", "other.qualname"
print(repr(g)[:34], g.__name__)
attempt(setattr, g, "__name__", 3)
attempt(setattr, g, "__qualname__", None)
attempt(delattr, g, "__name__")
attempt(setattr, g, "gi_frame", None)
attempt(setattr, g, "gi_running", True)
attempt(setattr, g, "new", 1)
print(inspect.getgeneratorstate(g), inspect.getgeneratorlocals(g).keys(), g.gi_frame.f_lineno,
      g.gi_frame.f_back)
next(g)
print(inspect.getgeneratorstate(g), g.gi_frame.f_locals["x"], g.gi_frame.f_lineno, g.gi_running, g.gi_suspended)
g.send("sent")
print(inspect.getgeneratorlocals(g)["x"], g.gi_frame.f_code is g.gi_code)
frame = g.gi_frame
attempt(next, g)
print(inspect.getgeneratorstate(g), g.gi_frame, inspect.getgeneratorlocals(g), frame.f_lineno,
      frame.f_locals.keys())
f = K.method
f.__name__ = "function renamed"
f.__qualname__ = "Q"
g = f(None)
print(g.__name__, g.__qualname__, g.gi_code.co_name)


def running():
    print(inspect.getgeneratorstate(me), me.gi_running, me.gi_frame.f_back is not None, me.gi_suspended)
    for operation in (lambda: next(me), lambda: me.send(1), lambda: me.throw(KeyError), me.close,
                      lambda: list(me)):
        attempt(operation)
    yield


me = running()
next(me)
for operation in (copy.copy, copy.deepcopy, pickle.dumps, len, hash, bool, iter, reversed, dir):
    try:
        result = operation(me)
        print(operation.__name__, type(result).__name__)
    except TypeError as error:
        print(operation.__name__, error)
expression = (x for x in "abc" if x)
print(expression.__name__, expression.__qualname__, expression.gi_code.co_varnames,
      expression.gi_frame.f_locals.keys())
print((lambda: (yield))().__qualname__, type((lambda: (yield))()).__name__)
generator_type = type(g)
attempt(generator_type)
attempt(lambda: type("Sub", (generator_type,), {}))
print(generator_type.__name__, generator_type.__module__,
      [n for n in dir(generator_type) if not n.startswith("__")])
frames = [K().method() for _ in range(3)]
[next(x) for x in frames]
frames[0].gi_frame.clear()
print(inspect.getgeneratorstate(frames[0]), frames[0].gi_frame)
attempt(next, frames[0])
def cleared():
    try:
        yield 1
    finally:
        print("cleaned by clear")
c = cleared()
next(c)
c.gi_frame.clear()
attempt(next, c)
def frame_running():
    attempt(self_frame.gi_frame.clear)
    yield
self_frame = frame_running()
next(self_frame)
