"""Function attributes assigned: __code__, __defaults__, __kwdefaults__, closures; code.replace; copies by
hand."""
import types


def attempt(function, *args, **kw):
    try:
        return function(*args, **kw)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def f(a, b=2, *, c=3):
    "doc"
    return a, b, c


def g(x, y=20, *, c=30):
    return "g", x, y, c


def closure():
    free = "free"
    def inner(): return free
    return inner


f.__code__ = g.__code__
print(f(1), f.__name__, f.__code__.co_name, f.__defaults__, f.__kwdefaults__)
f.__defaults__ = (1, 2)
print(f(), attempt(f, 1, 2, 3))
f.__defaults__ = (1, 2, 3, 4)
print(f(), f.__defaults__)
f.__defaults__ = None
print(attempt(f, 1), attempt(f))
f.__kwdefaults__ = {"c": "new", "unknown": 1}
print(f(1, 2))
f.__kwdefaults__ = None
print(attempt(f, 1, 2))
f.__kwdefaults__ = {}
print(attempt(f, 1, 2))
for name, bad in (("__defaults__", 3), ("__defaults__", [1]), ("__kwdefaults__", []), ("__code__", 1),
                  ("__code__", closure().__code__), ("__name__", 3), ("__qualname__", None), ("__dict__", 3),
                  ("__closure__", ()), ("__globals__", {}),
                  ("__annotations__", 5), ("__builtins__", {}), ("__module__", 7), ("__doc__", 8),
                  ("anything", 9)):
    print(name, bad if not hasattr(bad, "co_name") else "code", attempt(setattr, f, name, bad))
for name in ("__defaults__", "__kwdefaults__", "__code__", "__name__", "__closure__", "__annotations__",
             "__doc__", "__module__", "missing"):
    print(name, attempt(delattr, f, name), end="; ")
print(f.__doc__, f.__defaults__, f.__module__ if hasattr(f, "__module__") else "no module")
c = closure()
print(c.__closure__[0].cell_contents, c.__code__.co_freevars, attempt(setattr, c, "__code__", g.__code__))
made = types.FunctionType(c.__code__, {}, "made", None, (types.CellType("other"),))
print(made(), made.__name__, made.__qualname__, made.__globals__.keys())
for args in ((), (1, {}), (c.__code__, {}), (c.__code__, {}, None, None, ()),
             (c.__code__, {}, None, None, (1,)), (c.__code__, {}, None, None, 5), (g.__code__, 5),
             (g.__code__, {}, 5), (g.__code__, {}, None, 5), (g.__code__, {}, None, None, (types.CellType(),)),
             (g.__code__, {}, "n", (7, 8))):
    print(attempt(lambda: types.FunctionType(*args).__defaults__))
code = g.__code__
print(attempt(lambda: types.FunctionType(code.replace(co_name="renamed", co_qualname="Q.renamed"), {})),
      code.replace(co_firstlineno=100).co_firstlineno)
print(types.FunctionType(code.replace(co_consts=tuple("G" if k == "g" else k for k in code.co_consts)), {})(1,
    2, c=3), code.replace() == code, code.replace(co_name="x") == code, hash(code.replace()) == hash(code))
for keywords in ({"co_name": 3}, {"co_consts": []}, {"co_argcount": -1}, {"co_argcount": "x"},
                 {"co_varnames": ("a",)}, {"co_code": "x"}, {"co_flags": None}, {"nothing": 1},
                 {"co_stacksize": -5}, {"co_nlocals": 99}, {"co_names": (1,)}):
    print(keywords, str(attempt(code.replace, **keywords))[:90])
print(attempt(setattr, code, "co_name", "x"), attempt(types.CodeType), attempt(lambda: code < code), code == 5)
cell = types.CellType()
print(attempt(lambda: cell.cell_contents), cell == types.CellType(), types.CellType(1) < types.CellType(2),
      types.CellType(1) > cell, repr(cell).split()[-1], attempt(hash, cell), attempt(types.CellType, 1, 2))
m = types.MethodType(print, "bound")
m("and arg")
print(attempt(types.MethodType, 1, 2), attempt(types.MethodType, print, None), attempt(types.MethodType, print),
      m == types.MethodType(print, "bound"), m.__self__, m.__func__ is print,
      hash(m) == hash(types.MethodType(print, "bound")), attempt(setattr, m, "x", 1))
