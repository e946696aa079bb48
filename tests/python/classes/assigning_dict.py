"""Assignment and deletion of __dict__: plain instances, functions, wrappers, and classes with built-in bases that
have a say in it (exceptions, modules, types, namespaces)."""
import functools
import types


class Plain:
    pass


class Slotted:
    __slots__ = ("__dict__",)


class ErrorFirst(Exception, Plain):
    pass


class PlainFirst(Plain, Exception):
    pass


class PlainType(Plain, type):
    pass


class PlainModule(Plain, types.ModuleType):
    pass


class PlainNamespace(Plain, types.SimpleNamespace):
    pass


class Partial(functools.partial):
    pass


class Static(staticmethod):
    pass


class Class(classmethod):
    pass


def attempt(action):
    try:
        return action()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def assign(target, value):
    target.__dict__ = value
    return sorted(target.__dict__)


def delete(target):
    target.before = 1
    del target.__dict__
    return sorted(target.__dict__)


def function():
    pass


TARGETS = [Plain(), Slotted(), Exception(), ErrorFirst(), PlainFirst(), PlainType("Made", (), {}), PlainModule("made"),
           PlainNamespace(), types.SimpleNamespace(), types.ModuleType("made"), function, functools.partial(print),
           Partial(print), staticmethod(print), Static(print), classmethod(print), Class(print)]
for target in TARGETS:
    print(type(target).__name__)
    for value in ({"a": 1}, 3, None, types.MappingProxyType({})):
        result = attempt(lambda: assign(target, value))
        print("   ", type(value).__name__, result if isinstance(result, str) else "a" in result)
    result = attempt(lambda: delete(target))
    print("    del", result if isinstance(result, str) else "before" in result)

# An instance does not see its old attributes through the new dictionary, and two may share one.
one, two = Plain(), Plain()
one.x = 1
shared = {"y": 2}
one.__dict__ = two.__dict__ = shared
one.z = 3
print(two.z, shared, hasattr(one, "x"), attempt(lambda: one.x))
del one.__dict__
print(vars(one), vars(two))


class Odd(dict):
    pass


one.__dict__ = Odd(k=1)
print(type(one.__dict__).__name__, one.k)
print(attempt(lambda: Plain.__dict__["__dict__"].__get__(3)))
print(attempt(lambda: Plain.__dict__["__dict__"].__set__(3, {})))
