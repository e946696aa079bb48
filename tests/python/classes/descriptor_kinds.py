"""classmethod, staticmethod, property as objects: attributes, wrapping, stacking, calling, reuse, __isabstractmethod__, documentation."""
import abc


def plain(*args):
    "documented"
    return args


sm, cm, p = staticmethod(plain), classmethod(plain), property(plain)
print(sm.__func__ is plain, cm.__func__ is plain, p.fget is plain, p.fset, p.fdel, p.__doc__, sm.__doc__, cm.__wrapped__ is plain, sm.__name__, cm.__qualname__)
print(sm(1), repr(sm)[:23], repr(cm)[:22], repr(p)[:16])
try:
    cm(1)
except TypeError as error:
    print(error)


class C:
    s, c, q = sm, cm, p

    @staticmethod
    def twice():
        return "static"
    alias = twice

    @classmethod
    @property
    def class_property(cls):
        return f"computed for {cls.__name__}"

    @property
    def full(self):
        "getter doc"
        return self._full

    @full.setter
    def full(self, value):
        "setter doc, not used"
        self._full = value * 2

    @full.deleter
    def full(self):
        print("deleted")
        del self._full

    read_only = property(lambda self: 1, doc="given")
    write_only = property(fset=lambda self, v: print("written", v))
    nothing = property()


o = C()
print(C.s(1), o.s(1), C.c(1), o.c(2) == (C, 2), o.q == (o,), C.q is p, C.alias(), C.class_property)
o.full = 4
print(o.full, C.full.__doc__, C.read_only.__doc__, C.nothing.__doc__)
del o.full
for action in ("o.full", "o.read_only = 5", "del o.read_only", "o.write_only", "o.nothing", "o.nothing = 1", "del o.nothing", "C.full.fget", "C.full.fget = 1", "p.__get__(None, None)", "p.__get__(5)", "p.__set__(1, 2)", "p.__delete__(1)", "sm.__get__(1)(2)", "cm.__get__(1)(2)", "cm.__get__(None, str)(2)", "cm.__get__(None)",
               "staticmethod(5)()", "property(1).__get__(1)", "staticmethod()", "classmethod(1, 2)", "property(1, 2, 3, 4, 5)", "property(fgett=1)", "C.full.getter(lambda s: 'new').__get__(o)", 
               "p.x", "sm.x", "cm.x"):
    try:
        result = exec(action) if "=" in action.split("(")[0] or action.startswith("del") else eval(action)
        print(action, "=", str(result).split(" at ")[0])
    except Exception as error:
        print(action, "->", type(error).__name__, error)
sm.note, cm.note = 1, 2
print(sm.__dict__.get("note"), cm.note)


class Abstract(abc.ABC):
    @property
    @abc.abstractmethod
    def value(self):
        return "base"

    @classmethod
    @abc.abstractmethod
    def make(cls):
        pass


print(sorted(Abstract.__abstractmethods__), Abstract.value.__isabstractmethod__, classmethod(plain).__isabstractmethod__)


class Sub(property):
    "subclass doc"


class D:
    @Sub
    def x(self):
        "x doc"
        return 5


print(D().x, D.x.__doc__, type(D.x).__name__)


class NonData:
    def __get__(self, instance, owner):
        return "descriptor", instance is None, owner.__name__


class Data(NonData):
    def __set__(self, instance, value):
        instance.__dict__["stored"] = value


class SetOnly:
    def __set__(self, instance, value):
        instance.__dict__["set_only"] = value


class DeleteOnly:
    def __delete__(self, instance):
        print("delete")


class E:
    non_data, data, set_only, delete_only = NonData(), Data(), SetOnly(), DeleteOnly()


e = E()
e.__dict__.update(non_data="instance", data="instance")
print(e.non_data, e.data, E.non_data, e.set_only.__class__.__name__)
e.set_only = 5
e.data = 6
del e.delete_only
print(e.set_only, e.stored)
for action in ("e.delete_only = 1", "del e.set_only", "del e.data"):
    try:
        exec(action)
    except AttributeError as error:
        print(error)
