"""global where it is rarely written: in class bodies, loops, as a target of for, with, except, import and def."""
import contextlib


class Body:
    global shared
    shared = "made in a class body"
    local = "stays"


print(shared, hasattr(Body, "shared"), Body.local)


def all_targets():
    global loop, handle, caught, math, function, Klass, star, walrus, captured
    for loop in range(3):
        pass
    with contextlib.nullcontext("handle") as handle:
        pass
    try:
        raise ValueError("gone afterwards")
    except ValueError as caught:
        print("caught" in globals())
    import math
    def function():
        return "global function"
    class Klass:
        pass
    first, *star = "abc"
    [walrus := n for n in range(4)]
    match {"k": 5}:
        case {"k": captured}:
            pass


all_targets()
print(loop, handle, "caught" in globals(), math.__name__, function(), Klass, star, walrus, captured)
print(function.__qualname__, Klass.__qualname__)


def deletes():
    global shared
    del shared
    try:
        shared
    except NameError as error:
        print(error)
    try:
        del shared
    except NameError as error:
        print(error)


deletes()


def outer():
    value = "outer"
    def inner():
        global value
        value = "module"
        def innermost():
            return value
        return innermost()
    return inner(), value


print(outer(), value)
exec("global top\ntop = 1\ndef f():\n    global made\n    made = top + 1\nf()")
print(top, made)
for text in ("x = 1\ndef f():\n x = 2\n global x", "def f(a):\n global a", "def f():\n nonlocal q",
             "nonlocal q", "def f():\n print(z)\n global z", "def f():\n global g; nonlocal g",
             "class C:\n x: int\n global x", "def f():\n x: int\n global x", "global x\nx: int = 3"):
    try:
        exec(text, {})
        print("accepted", repr(text))
    except SyntaxError as error:
        print(error.msg, error.lineno, error.offset)
