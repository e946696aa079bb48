"""__init_subclass__ with keywords, cooperative chains, order against __set_name__, errors in both, class keywords unclaimed."""


class Field:
    def __init__(self, default=None):
        self.default = default

    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)
        self.name = name

    def __get__(self, instance, owner):
        return self if instance is None else instance.__dict__.get(self.name, self.default)


class Base:
    registry = []

    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        print("init_subclass", cls.__name__, tag, sorted(n for n in vars(cls) if not n.startswith("_")))
        cls.registry.append((cls.__name__, tag))


class A(Base, tag="a"):
    first = Field(1)
    second = Field()


class B(A):
    third = first = Field(3)


class Mixin:
    def __init_subclass__(cls, extra="none", **kw):
        print("mixin", extra)
        super().__init_subclass__(**kw)


class C(Mixin, Base, tag="c", extra="yes"):
    pass


print(Base.registry, B().first, B.third.name)
for source in ("class D(Base, unknown=1): pass", "class D(unknown=1): pass", "class D(object, a=1, b=2): pass", "class D(Base, **{'tag': 1}): pass", "class D(Mixin, tag=5): pass", "class D(Base, tag=1, tag=2): pass", "class D(metaclass=5): pass", "class D(int, metaclass=type, x=1): pass",
               "class D(Base, metaclass=lambda *a, **k: print(a[0], k)): pass"):
    try:
        exec(source)
        print(source)
    except Exception as error:
        print(source, "->", type(error).__name__, error)


class BadName:
    def __set_name__(self, owner, name):
        raise ValueError("cannot be named")


class BadSignature:
    def __set_name__(self):
        pass


for value in (BadName(), BadSignature()):
    try:
        class E:
            attribute = value
    except Exception as error:
        print(type(error).__name__, error, repr(error.__cause__))
try:
    class F(Base):
        def __init_subclass__(cls):
            raise RuntimeError("no children")

    class G(F):
        pass
except RuntimeError as error:
    print(error)
print([c[0] for c in Base.registry])


class Late:
    pass


Late.field = Field()
print(hasattr(Late.field, "name"))
X = type("X", (Base,), {"f": Field(8)}, tag="by type()")
print(X.f.name, X().f)


class NoSuper:
    def __init_subclass__(cls, **kw):
        cls.got = kw


class H(NoSuper, a=1, metaclass=type, b=[2]):
    pass


print(H.got, type(NoSuper.__dict__["__init_subclass__"]).__name__)


class Instance:
    def __init__(self):
        self.__set_name__ = lambda *a: print("never called on the instance")


class J:
    x = Instance()


class Changing:
    def __set_name__(self, owner, name):
        setattr(owner, name + "_extra", name)


class K:
    one = Changing()
    two = Changing()


print(sorted(n for n in vars(K) if not n.startswith("_")))
