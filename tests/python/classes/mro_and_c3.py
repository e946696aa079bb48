"""The C3 linearization: diamonds, conflicts, mro() overridden, bases changed at run time."""


def attempt(label, function):
    try:
        print(label, repr(function()))
    except Exception as error:
        print(label, type(error).__name__, error)


def names(cls):
    return " ".join(c.__name__ for c in cls.__mro__)


class O1: pass
class A(O1): pass
class B(O1): pass
class C(A, B): pass
class D(B): pass
class E(C, D): pass


print(names(C))
print(names(E))
attempt("conflict", lambda: type("X", (O1, A), {}))
attempt("conflict of two", lambda: type("Y", (type("P", (A, B), {}), type("Q", (B, A), {})), {}))

log = []


class Cooperative:
    def __init__(self, **rest):
        log.append("Cooperative")
        super().__init__(**rest)


class Left(Cooperative):
    def __init__(self, left, **rest):
        log.append(f"Left {left}")
        super().__init__(**rest)


class Right(Cooperative):
    def __init__(self, right, **rest):
        log.append(f"Right {right}")
        super().__init__(**rest)


class Both(Left, Right):
    def __init__(self):
        super().__init__(left=1, right=2)


Both()
print(log)


class Reversed(type):
    def mro(cls):
        return [cls] + [c for c in type.mro(cls)[1:-1]][::-1] + [object]


class R(A, B, metaclass=Reversed):
    pass


print(names(R))


class Bad(type):
    def mro(cls):
        return [cls, int]


attempt("bad mro", lambda: Bad("Z", (), {}))


class Odd(type):
    def mro(cls):
        return [cls, 5]


attempt("odd mro", lambda: Odd("Z", (), {}))


class Base1:
    def who(self):
        return "Base1"


class Base2:
    def who(self):
        return "Base2"


class Changing(Base1):
    pass


thing = Changing()
before = thing.who()
Changing.__bases__ = (Base2,)
print(before, thing.who(), names(Changing), Base1.__subclasses__(), Base2.__subclasses__())
attempt("empty bases", lambda: setattr(Changing, "__bases__", ()))
attempt("cycle", lambda: setattr(Base2, "__bases__", (Changing,)))
attempt("not a tuple", lambda: setattr(Changing, "__bases__", Base1))
attempt("layout", lambda: setattr(Changing, "__bases__", (int,)))
attempt("delete", lambda: delattr(Changing, "__bases__"))
print(Changing.__base__, E.__bases__, bool.__base__, type.__mro__, object.__bases__)
