"""Where annotations are stored, which are evaluated, and what the target may be."""
module_level: int
with_value: "text" = 3
print(__annotations__, with_value)
try:
    module_level
except NameError as error:
    print(error)
(parenthesised): str = "no entry"
items = []
items_of: list = items
box = {}
box["key"]: "evaluated, not stored" = 5
print(box, __annotations__)


def function(a: 1 + 1, /, b: "b" = 2, *c: [3], d: {4}, **e: (5,)) -> "result":
    local: undefined_name = 3
    never: also_undefined
    return local


print(function.__annotations__, function(1, d=2))
function.__annotations__["extra"] = 1
print(sorted(function.__annotations__))
del function.__annotations__
print(function.__annotations__)
try:
    function.__annotations__ = 3
except TypeError as error:
    print(error)
function.__annotations__ = None
print(function.__annotations__)


class K:
    x: int
    y: str = "y"
    __private: float = 1.0
    for z in range(2):
        z: int
    if False:
        unreached: int


print(K.__annotations__, hasattr(K, "x"), K.y)


class Child(K):
    pass


print(Child.__annotations__, "__annotations__" in Child.__dict__)
del K.__annotations__
print(K.__annotations__)
try:
    del int.__annotations__
except (AttributeError, TypeError) as error:
    print(type(error).__name__, error)
try:
    int.__annotations__
except AttributeError as error:
    print(error)


def unbound():
    try:
        print(name)
    except UnboundLocalError as error:
        print(error)
    name: int


unbound()
for text in ("(a, b): int", "[a]: int", "a, b: int", "f(): int", "(a, b): int = 1", "1: int", "a.b: int", "a[0]: int",
             "x: yield", "def f(): x: (yield)", "async def f(): x: (await y)", "x: (y := 1)", "lambda: (x: int)"):
    try:
        compile(text, "<text>", "exec")
        print("fine", text)
    except SyntaxError as error:
        print(text, "->", error.msg)
namespace = {}
exec("x: int = 1\ny: 'z'", namespace)
print(namespace["__annotations__"])
__annotations__["forced"] = bool
print(__annotations__["forced"])
