"""Annotations of variables, attributes, items, arguments and returns: what is evaluated, when, and where it is kept."""


def say(text):
    print("evaluated", text)
    return text


x: say("int") = say(5)
y: say("unset")
(z): say("parenthesised") = 6
print(__annotations__)
try:
    y
except NameError as error:
    print(error)


class C:
    a: int = 1
    b: "forward"
    __private: float
    print(__annotations__)

    def method(self, p: say("p"), /, q: say("q") = 2, *args: say("args"), r: say("r") = 4, **kw: say("kw")) -> say("return"):
        inside: undefined_name = 3
        self.attribute: also_undefined = 4
        return inside


print(C.__annotations__, C.method.__annotations__)


class D(C):
    pass


print(D.__annotations__, "__annotations__" in D.__dict__, D.__dict__.get("__annotations__"))


class E:
    pass


holder = E()
items = {}
holder.attribute: say("attribute") = 1
items[say("key")]: say("item") = 2
items["only"]: say("evaluated too")
print(holder.attribute, items)


def local():
    try:
        unbound: int
        return unbound
    except UnboundLocalError as error:
        return str(error)


print(local(), local.__annotations__)
f = lambda: None
f.__annotations__ = {"x": 1}
print(f.__annotations__)
f.__annotations__ = None
print(f.__annotations__)
try:
    f.__annotations__ = 5
except TypeError as error:
    print(error)
namespace = {}
exec("from __future__ import annotations\na: not_evaluated[1 + 2, 'x'] = 1\ndef f(x: lambda: (yield_)) -> {**a}: pass\nb: (x, *y)\nc: -1 ** f'{x!r:>{w}}'", namespace)
print(namespace["__annotations__"], namespace["f"].__annotations__)
for source in ("x: int: str", "(a, b): int", "[a]: int = 1", "a: int = b: int", "f(): int = 1", "5: int", "def f():\n global x\n x: int = 1", "def f():\n def g():\n  nonlocal y\n  y: int\n y = 1",
               "x: int += 1", "x: *a = 1", "lambda x: int: 5", "x: (yield) = 1", "class A:\n x: (yield)", "def f(x: (yield)): pass", "def f(x: (y := 1)): return y", "async def f(): x: await y = 1",
               "for x: int in y: pass", "with a as x: int: pass", "x, y: int = 1, 2"):
    try:
        compile(source, "<s>", "exec")
        print(repr(source), "compiles")
    except SyntaxError as error:
        print(repr(source), "->", error.msg, error.offset)
del __annotations__["x"]
x: 1 = 2
print(__annotations__["x"])
del __annotations__
try:
    w: int = 1
except NameError as error:
    print(error)
