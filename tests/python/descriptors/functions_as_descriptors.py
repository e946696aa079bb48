"""What binds and what does not: functions, builtins, partials, callables, staticmethod, nested classmethods."""
import functools


class Callable:
    def __call__(self, *args):
        return ("callable", args)


class A:
    function = lambda self, *args: ("function", args)
    builtin = len
    kind = int
    partial = functools.partial(lambda *args: ("partial", args), "given")
    partialmethod = functools.partialmethod(lambda self, *args: ("partialmethod", args), "given")
    instance = Callable()
    static = staticmethod(lambda *args: ("static", args))
    cls = classmethod(lambda cls, *args: (cls.__name__, args))
    cls_of_builtin = classmethod(isinstance)
    cls_of_property = classmethod(property(lambda cls: f"property of {cls.__name__}"))

    def __len__(self):
        return 42


a = A()
print(a.function(1), a.builtin([1, 2]), a.kind("7"), a.partial(1), a.partialmethod(1), a.instance(1))
print(a.static(1), A.static(1), a.cls(1), A.cls(1), A.cls_of_builtin(type), a.cls_of_property, A.cls_of_property)
print(type(A.__dict__["function"]).__name__, type(a.function).__name__, type(a.builtin).__name__, A.function(a, 2))
other = A.function.__get__("any object")
print(other(3), other.__self__, A.function.__get__(None, A) is A.function)
try:
    A.function.__get__(None, None)
except TypeError as error:
    print(error)
s, c = A.__dict__["static"], A.__dict__["cls"]
print(s.__func__("x"), s("called directly"), c.__func__(A), s.__isabstractmethod__, c.__wrapped__ is c.__func__, s.__name__)
try:
    c()
except TypeError as error:
    print(error)
print(a.function == a.function, a.function == A().function, a.function.__func__ is A.function, {a.function: 1}[a.function])
bound = a.function
A.function = lambda self: "replaced"
print(bound("old"), a.function())
bound_attribute_error = None
try:
    bound.attribute = 1
except AttributeError as error:
    print(error)
