"""C3 linearisation: diamonds, conflicts, changed bases, mro() overridden, and what super follows."""


def order(kind):
    return " ".join(k.__name__ for k in kind.__mro__)


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


class O: pass
class A(O): pass
class B(O): pass
class C(O): pass
class D(A, B): pass
class E(C, A): pass
class X(A, C): pass
class Y(C, A): pass


for bases in ((D,), (D, C), (D, E), (X, Y), (A, O), (O, A), (A, A), (B, A, C), (D, B), (int, A), (A, int), (object,), (object, A)):
    attempt(lambda: order(type("N", bases, {})))
class M(type):
    def mro(cls):
        return [cls, *reversed(super().mro()[1:-1]), object]
class Reversed(D, metaclass=M): pass
print(order(Reversed))
for answer in ([], [1], [int], None, [O, object], 5):
    attempt(lambda: order(type("K", (type,), {"mro": lambda cls: answer})("N", (O,), {})))
class P: who = "P"
class Q: who = "Q"
class Z(P): pass
z = Z()
Z.__bases__ = (Q,)
print(z.who, order(Z), P.__subclasses__(), [k.__name__ for k in Q.__subclasses__()])
for bases in ((), (Z,), (int,), 5, (5,), (object,)):
    attempt(lambda: setattr(Z, "__bases__", bases) or order(Z))
attempt(lambda: setattr(int, "__bases__", (object,)))
attempt(lambda: delattr(Z, "__bases__"))
