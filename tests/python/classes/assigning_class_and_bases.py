# Which classes an object may change to, and what stays when a metaclass's mro() interferes.
class H:
    __slots__ = ["b", "a"]


class I:
    __slots__ = ["a", "b"]


class L(H):
    __slots__ = ["e"]


class M(I):
    __slots__ = ["e"]


class N(H):
    __slots__ = ["e"]


class Plain(H):
    __slots__ = ()


def change(old, new):
    thing = old()
    try:
        thing.__class__ = new
        return "yes"
    except TypeError as error:
        return str(error)


for old in H, I, L, M, N, Plain:
    print(old.__name__, [change(old, new)[:3] for new in (H, I, L, M, N, Plain)])
print(change(L, M))


class Meta(type):
    ready = False

    def mro(cls):
        if Meta.ready and cls.__name__ == "C":
            if C.__bases__ == (B2,):
                Meta.ready = False
            else:
                C.__bases__ = (B2,)
                raise LookupError
        return super().mro()


class A(metaclass=Meta): pass
class B1(A): pass
class B2(A): pass
class C(A): pass


Meta.ready = True
try:
    C.__bases__ = (B1,)
except LookupError:
    print("refused", C.__bases__, C.__mro__)


class Base: pass
class MetaBase(type, Base): pass
class BaseMeta(Base, type): pass


describe = Base.__dict__["__dict__"]
for metaclass in MetaBase, BaseMeta:
    made = metaclass("Made", (), {})
    print(type(made.__dict__).__name__)
    for action in (lambda: describe.__set__(made, {}), lambda: describe.__delete__(made),
                   lambda: setattr(made, "__dict__", {}), lambda: made.__dict__.__setitem__("x", 1)):
        try:
            action()
            print("allowed")
        except (AttributeError, TypeError) as error:
            print(type(error).__name__, error)
