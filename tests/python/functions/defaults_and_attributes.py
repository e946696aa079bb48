"""Function objects: defaults evaluated once, attributes that can be replaced, __code__ swaps, annotations, qualnames."""
import types


def attempt(label, function):
    try:
        print(label, function())
    except (TypeError, ValueError, AttributeError) as error:
        print(label, "->", type(error).__name__, error)


def collect(item, into=[]):
    into.append(item)
    return into


print(collect(1), collect(2), collect(3, []), collect.__defaults__)


def f(a, b=2, *, c=3, **d) -> "answer":
    """the doc"""
    local = 1
    return a, b, c, d


print(f.__name__, f.__qualname__, f.__module__, f.__doc__, f.__defaults__, f.__kwdefaults__, f.__annotations__, f.__closure__, f.__dict__)
f.__defaults__ = (20,)
f.__kwdefaults__ = {"c": 30}
print(f(1))
f.__defaults__ = None
attempt("no defaults", lambda: f(1))
del f.__kwdefaults__
attempt("no keyword defaults", lambda: f(1, 2))
f.__name__ = "renamed"
attempt("renamed", lambda: f())
f.__qualname__ = "Some.where"
attempt("qualified", lambda: f())
print(f)
f.attribute = 5
print(f.__dict__, vars(f))
for name, value in (("__name__", 5), ("__defaults__", [1]), ("__kwdefaults__", 5), ("__code__", 5), ("__annotations__", 5), ("__dict__", 5),
                    ("__globals__", {}), ("__closure__", ()), ("__qualname__", None)):
    attempt(name, lambda: setattr(f, name, value))
attempt("delete name", lambda: delattr(f, "__name__"))
attempt("delete code", lambda: delattr(f, "__code__"))
f.__doc__ = None
print(f.__doc__)


def one(): return "one"
def two(): return "two"


one.__code__ = two.__code__
print(one(), one.__name__, one.__code__.co_name)


def outer():
    free = "captured"

    def inner():
        return free

    return inner


inner = outer()
attempt("closure mismatch", lambda: setattr(one, "__code__", inner.__code__))
print(inner.__closure__[0].cell_contents, inner.__code__.co_freevars)
inner.__closure__[0].cell_contents = "changed"
print(inner())
del inner.__closure__[0].cell_contents
try:
    inner()
except NameError as error:
    print(error)
attempt("empty cell", lambda: inner.__closure__[0].cell_contents)

made = types.FunctionType(inner.__code__, {"__name__": "elsewhere"}, "made", None, (types.CellType("new cell"),))
print(made(), made.__name__, made.__module__)
attempt("closure needed", lambda: types.FunctionType(inner.__code__, {}))
attempt("closure length", lambda: types.FunctionType(inner.__code__, {}, closure=()))
attempt("closure type", lambda: types.FunctionType(inner.__code__, {}, closure=(5,)))
attempt("code", lambda: types.FunctionType(5, {}))
attempt("globals", lambda: types.FunctionType(one.__code__, 5))
print((lambda: 0).__name__, (lambda: 0).__qualname__, outer().__qualname__, types.LambdaType is types.FunctionType)


def order(a=print("default 1"), *, k=print("default 2"), b: print("annotation") = print("default 3")) -> print("returns"):
    pass


print(order.__annotations__)
