"""Names in class bodies: no closure over class scope, __class__, mangling, global and nonlocal, comprehension scopes."""
x = "global"


class A:
    x = "class"
    seen = x
    in_list = [x for _ in range(1)]
    first_iterable = [c for c in x]

    def method(self):
        return x

    function = lambda: x
    shadow = (lambda x=x: x)()


print(A.seen, A.in_list, A.first_iterable, A().method(), A.function(), A.shadow)


def outer():
    x = "enclosing"

    class B:
        early = x
        x = "class"
        late = x

        def method(self):
            return x

        class Inner:
            inner = x

    return B


try:
    outer()
except NameError as error:
    print(type(error).__name__, error)


def outer2():
    x = "enclosing"
    y = "enclosing y"

    class B:
        seen = y
        y = "class y"
        def method(self):
            return x, y

        class Inner:
            inner = x

    return B


try:
    print(outer2())
except NameError as error:
    print(error)


def outer3():
    y = 1

    class C:
        nonlocal y
        y = 2
        global z
        z = 3

        def __init__(self):
            nonlocal y
            y += 1

    C()
    return y, "y" in vars(C), "z" in vars(C)


print(outer3(), z)


class Mangled:
    __private = 1
    __dunder__ = 2
    _single = 3
    ___ = 4

    def get(self):
        __local = 5
        return self.__private, __local, self.___, sorted(locals())

    def keyword(self, __named=6):
        return __named

    def imports(self):
        try:
            import __missing_module
        except ImportError as error:
            return error.name


class _Under:
    __x = 1


print(sorted(n for n in vars(Mangled) if "private" in n), Mangled().get(), Mangled().imports())
print(Mangled().keyword(_Mangled__named=7), vars(_Under).get("_Under__x"))


class Uses:
    def cls(self):
        return __class__

    @staticmethod
    def static():
        return __class__

    nested = lambda self: (lambda: __class__)()


print(Uses().cls() is Uses, Uses.static() is Uses, Uses().nested() is Uses)
try:
    class Early:
        def now():
            return __class__
        value = now()
except NameError as error:
    print(error)


class Executed:
    exec("made = 5")
    for i in range(3):
        pass
    if made:
        del made
    with_loop = i


print(sorted(n for n in vars(Executed) if not n.startswith("__")))
print(A.__qualname__, outer3.__qualname__, Uses.nested.__qualname__, Mangled.__module__)


class Annotated:
    a: int
    b: str = "b"
    c.d: int if False else None = 5 if (c := type("N", (), {})()) else 0


print(Annotated.__annotations__, Annotated.b, Annotated.c.d)
