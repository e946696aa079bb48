"""Names in class bodies: not seen by methods, seen by the first iterable, shadowed, private, and mangled."""
x = "global"


def function():
    x = "function"

    class A:
        seen = x
        x = "class"
        after = x
        def method(self):
            return x
        generator = list(x for _ in range(1))
        listed = [x for _ in range(1)]
        first = [c for c in x]
        lambda_ = (lambda: x)()
        default = lambda self, x=x: x
        class Inner:
            seen = x
    return A


A = function()
print(A.after, A().method(), A.generator, A.listed, A.first, A.lambda_, A().default(), A.Inner.seen)


class B:
    before = x
    x = "class"
    del x
    again = x


print(B.before, B.again, hasattr(B, "x"))
try:
    class C:
        y = 1
        bad = [y for _ in range(1)]
except NameError as error:
    print(error)


class Mangled:
    __private = 1
    __dunder__ = 2
    ___ = 3
    _Other__name = 4

    def get(self):
        return self.__private, self.__dunder__, self.___

    def locals_(self, __argument=5):
        __local = __argument
        def __inner(): return __local
        import os.path as __module
        return sorted(k for k in locals()), __inner.__name__

    def global_(self):
        global __mangled_global
        __mangled_global = 6
        return __mangled_global

    def keyword(self, **kw):
        return kw

    def calls_keyword(self):
        return self.keyword(__kw=1)

    __slots__ = ("__slot", "__special__")


m = Mangled()
print(m.get(), m.locals_(), m.global_(), "_Mangled__mangled_global" in globals(), m.calls_keyword())
print(sorted(name for name in vars(Mangled) if "__slot" in name or "special" in name or "private" in name))
m._Mangled__slot = 9
print(m._Mangled__slot, getattr(m, "__private", "not found"))


class _:
    __x = 1


class __Lead:
    __x = 2


print([n for n in vars(_) if n.endswith("x")], [n for n in vars(__Lead) if n.endswith("x")])


class Names:
    print(__name__, __qualname__, __module__)
    __qualname__ = "Other.Name"
    locals()["injected"] = 7


print(Names, Names.__qualname__, Names.injected)
def qualified():
    class K:
        class L:
            def m(self): return lambda: [i for i in ()]
    return K.L.m
print(qualified().__qualname__, qualified()(None).__qualname__)
try:
    class Bad:
        __qualname__ = 3
except TypeError as error:
    print(error)
