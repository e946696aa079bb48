"""Where Python ends: functions, methods and modules written in the machine's own language, seen from outside."""
import builtins
import inspect
import math
import sys
import types

# Some modules are part of the interpreter: no file, another loader.
for module in (sys, builtins):
    print(module.__name__, module.__spec__.origin in ("built-in", None) or "file", module.__name__ in sys.builtin_module_names)

# A native function has no code object; it has a name, an owner, and often a signature in its docstring.
print(type(len), hasattr(len, "__code__"), len.__self__ is builtins, len.__module__, len.__text_signature__)
print(inspect.signature(sorted), inspect.signature(int.to_bytes))

# Four kinds of methods of native types, and what binds them to an object.
for name, holder in (("append", list), ("__add__", int), ("fromkeys", dict), ("maketrans", str)):
    raw = vars(holder)[name]
    print(f"{name:10} {type(raw).__name__:24} {type(getattr(holder(), name)).__name__}")
print(isinstance([].append, types.BuiltinMethodType), [].append.__self__, list.append.__objclass__)
print(type(float.real).__name__, type(types.FunctionType.__code__).__name__)

# Their arguments are checked on the native side: each has its own rules and words.
for attempt in (lambda: len(), lambda: len(1), lambda: [].append(1, 2), lambda: math.sqrt("x"),
                lambda: list.append(1, 2), lambda: int.to_bytes(256, 1, "big"),
                lambda: math.sqrt(-1), lambda: "abc".split(sep=1)):
    try:
        attempt()
    except (TypeError, ValueError, OverflowError) as error:
        print(type(error).__name__, error)

# Native types are closed: their attributes cannot be set, and not all of them can be subclassed.
for attempt in (lambda: setattr(int, "double", None), lambda: type("Yes", (bool,), {}),
                lambda: types.FunctionType.__new__(int)):
    try:
        attempt()
    except TypeError as error:
        print(error)

# Operators of native types are slots, shown as wrappers; a class of one's own fills them by methods.
print((5).__add__(3), (5).__add__("x"), int.__add__(5, 3), type((5).__add__).__name__)


class Metres(float):
    def __add__(self, other):
        return Metres(super().__add__(other))    # super() reaches the native slot


print(type(Metres(1) + 2).__name__, type(2 + Metres(1)).__name__, type(Metres(1) * 2).__name__)
