"""Methods: binding, identity, equality, hash, __self__ and __func__, builtin methods, method descriptors."""


def attempt(label, function):
    try:
        print(label, function())
    except (TypeError, AttributeError) as error:
        print(label, "->", error)


class A:
    def m(self, x=0):
        return type(self).__name__, x

    @classmethod
    def c(cls):
        return cls.__name__

    @staticmethod
    def s(x):
        return x


class B(A):
    pass


a, b = A(), B()
print(a.m(1), A.m(b, 2), B.m is A.m, a.m == a.m, a.m is a.m, a.m == A().m, hash(a.m) == hash(a.m), a.m.__self__ is a, a.m.__func__ is A.m)
print(a.c(), B.c(), b.c.__self__ is B, A.c == A.c, A.c.__func__ is A.__dict__["c"].__func__)
print(a.s(1), A.s is a.s, type(A.__dict__["s"]).__name__)
kept = a.m
A.m = lambda self, x: "replaced"
print(kept(3), a.m(4))
attempt("number as self", lambda: A.m(5, 1))
attempt("attribute", lambda: setattr(a.m, "x", 1))
for value in ([].append, "abc".upper, len, int.__add__, (5).__add__, str.upper, dict.fromkeys, A.__init__, type.__call__, object().__str__,
              [].__len__, {}.get, print):
    print(type(value).__name__, getattr(value, "__name__", None), getattr(value, "__qualname__", None), hasattr(value, "__self__"))
items = []
append = items.append
append(1)
append(2)
print(items, append.__self__ is items, [].append == [].append, items.append == items.append)
attempt("descriptor on wrong type", lambda: str.upper(5))
attempt("no self", lambda: str.upper())
attempt("unbound list", lambda: list.append({}, 1))
attempt("slot wrapper", lambda: int.__add__("a", 1))
attempt("method wrapper", lambda: (5).__add__())
print(str.upper("abc"), int.__add__(2, 3), list.__len__([1, 2]), str.join.__get__("-", str)(["a", "b"]))
print(str.__dict__["upper"].__get__("x")(), type(str.__dict__["upper"]), type(int.__dict__["__add__"]), type(dict.__dict__["fromkeys"]))
bound = A.s.__get__(10, A)
print(type(bound).__name__, bound())


class Callable:
    def __init__(self):
        self.method = self.other

    def other(self):
        return "through the instance"


print(Callable().method())


class Descriptor:
    def __get__(self, instance, owner):
        return lambda *args: (instance is not None, owner.__name__, args)


class Uses:
    d = Descriptor()


print(Uses().d(1), Uses.d(2))
import types
method = types.MethodType(lambda self, *rest: (self, rest), "bound to text")
print(method(1, 2), method.__self__, repr(method)[:14])
attempt("not callable", lambda: types.MethodType(5, 1))
attempt("none", lambda: types.MethodType(len, None))
attempt("few", lambda: types.MethodType(len))
