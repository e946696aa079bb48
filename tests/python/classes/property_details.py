"""property: decorators, copies, docs, inheritance, errors and names in messages."""


class Temperature:
    def __init__(self, celsius):
        self.celsius = celsius

    @property
    def celsius(self):
        "degrees Celsius"
        return self._celsius

    @celsius.setter
    def celsius(self, value):
        if value < -273.15:
            raise ValueError("below absolute zero")
        self._celsius = value

    @celsius.deleter
    def celsius(self):
        print("deleted")
        del self._celsius

    @property
    def fahrenheit(self):
        return self._celsius * 9 / 5 + 32


def attempt(label, function):
    try:
        print(label, repr(function()))
    except Exception as error:
        print(label, type(error).__name__, error)


t = Temperature(100)
print(t.fahrenheit, Temperature.celsius.__doc__, Temperature.celsius.fget.__name__)
t.celsius = 20
print(t.celsius, t.fahrenheit)
attempt("invalid", lambda: setattr(t, "celsius", -300))
attempt("read only", lambda: setattr(t, "fahrenheit", 1))
attempt("no deleter", lambda: delattr(t, "fahrenheit"))
del t.celsius
attempt("gone", lambda: t.celsius)


class Empty:
    nothing = property()
    only_set = property(None, lambda self, value: print("set to", value))
    named = property(doc="documented only")


attempt("no getter", lambda: Empty().nothing)
attempt("no setter", lambda: setattr(Empty(), "nothing", 1))
Empty().only_set = 5
attempt("write only", lambda: Empty().only_set)
print(Empty.named.__doc__, Empty.nothing.fget, Empty.nothing.__doc__)
unnamed = property()
attempt("unnamed", lambda: unnamed.__get__(5))
attempt("unnamed set", lambda: unnamed.__set__(5, 1))
print(type(unnamed.__get__(None, int)).__name__)


class Child(Temperature):
    @Temperature.celsius.getter
    def celsius(self):
        return "child"

    @property
    def fahrenheit(self):
        return ("child", super().fahrenheit)


child = Child(10)
print(child.celsius, child.fahrenheit, child._celsius)


class Doc(property):
    """a subclass"""


documented = Doc(lambda self: 1)
print(documented.__doc__, Doc(lambda self: 1, doc="given").__doc__)
attempt("attribute", lambda: setattr(property(), "fget", 1))
attempt("arguments", lambda: property(1, 2, 3, 4, 5))
attempt("keyword", lambda: property(getter=1))
attempt("not callable", lambda: type("X", (), {"p": property(5)})().p)
print(property(len).__isabstractmethod__)


class Abstract:
    @property
    def p(self):
        pass

    p.fget.__isabstractmethod__ = True


print(Abstract.p.__isabstractmethod__)
