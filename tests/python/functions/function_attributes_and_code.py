"""Functions as objects: __code__ replaced, __kwdefaults__, __closure__, __globals__, __builtins__, cells, code.replace, attributes."""
import types


def outer(a, b=2, *c, d=4, **e):
    """doc"""
    x = [a]

    def inner(y):
        nonlocal a
        a += y
        return a, x
    return inner


inner = outer(1)
code = outer.__code__
print(code.co_argcount, code.co_kwonlyargcount, code.co_posonlyargcount, code.co_nlocals, code.co_varnames, code.co_cellvars, inner.__code__.co_freevars, code.co_name, code.co_qualname, inner.__code__.co_qualname, code.co_flags, code.co_stacksize > 0, code.co_consts[0], code.co_firstlineno, code.co_names)
print(inner.__closure__[0].cell_contents, [c.cell_contents for c in inner.__closure__], inner(5), inner.__closure__[0].cell_contents, outer.__closure__, inner.__globals__ is globals(), outer.__builtins__["len"] is len, outer.__kwdefaults__, outer.__defaults__)
inner.__closure__[0].cell_contents = 100
print(inner(1))
del inner.__closure__[0].cell_contents
try:
    inner(1)
except NameError as error:
    print(error)
try:
    inner.__closure__[0].cell_contents
except ValueError as error:
    print(error)


def other(a, b, c=9):
    return "other", a, b, c


def target(a, b=1):
    return "target", a, b


target.__code__ = other.__code__
print(target(1, 2), target.__name__, target.__defaults__)
target.__defaults__ = (7, 8, 9)
print(target())
target.__defaults__ = None
target.__kwdefaults__ = {"z": 1}
print(target(1, 2, 3))
for statement in ("target.__code__ = inner.__code__", "inner.__code__ = target.__code__", "target.__code__ = 5", "del target.__code__", "target.__defaults__ = [1]", "target.__kwdefaults__ = 5", "del target.__defaults__", "target.__name__ = 5", "target.__qualname__ = None", "target.__closure__ = ()", "target.__globals__ = {}", "target.__dict__ = 5", "target.__dict__ = {'n': 1}", "del target.__dict__", "target.__module__ = None", "target.__doc__ = 5", "del target.__doc__", "target.anything = 1", "del target.missing", "code.co_name = 'x'", "outer.__annotations__ = {'a': int}", "target.__type_params__"):
    try:
        exec(statement)
        print(statement, "works")
    except Exception as error:
        print(statement, "->", type(error).__name__, error)
new = code.replace(co_name="renamed", co_consts=code.co_consts)
print(new.co_name, new == code, code == code.replace(), hash(code) == hash(code.replace()), repr(new).split(" at ")[0], new.co_qualname)
for arguments in ({"co_argcount": -1}, {"co_name": 5}, {"co_code": b"\0"}, {"nothing": 1}, {"co_consts": []}):
    try:
        code.replace(**arguments)
        print(arguments, "replaced")
    except Exception as error:
        print(arguments, "->", type(error).__name__, error)
made = types.FunctionType(inner.__code__, {"g": 1}, "made", None, (types.CellType(10), types.CellType("cell")))
print(made(5), made.__name__, made.__globals__)
for arguments in ((5, {}), (code, 5), (inner.__code__, {}), (inner.__code__, {}, None, None, ()), (inner.__code__, {}, None, None, (1, 2)), (other.__code__, {}, 5), (other.__code__, {}, None, 5), (other.__code__, {}, None, None, (types.CellType(1),))):
    try:
        print(types.FunctionType(*arguments).__name__)
    except Exception as error:
        print(type(error).__name__, error)
a, b = types.CellType(1), types.CellType()
print(a == types.CellType(1), a < types.CellType(2), b == types.CellType(), a == b, b < a, repr(b).split(" at ")[0], repr(a).split(" at ")[0] + "...")
try:
    hash(a)
except TypeError as error:
    print(error)
print(list(code.co_lines())[-1][2] - code.co_firstlineno, len(list(code.co_positions())) == len(code.co_code) // 2, outer.__get__(5).__self__, outer.__call__(1).__name__, types.MethodType(other, 1)(2), type(outer).__name__)
