"""property: missing accessors, names in messages, inheritance and overriding, documentation, errors inside,
subclasses."""


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


class K:
    @property
    def read(self):
        "doc of read"
        return "value"

    write = property(None, lambda self, v: print("set", v))
    delete = property(fdel=lambda self: print("deleted"))
    nothing = property()
    anonymous = property(lambda self: "anonymous")

    @property
    def full(self):
        return self._full

    @full.setter
    def full(self, value):
        self._full = value

    @full.deleter
    def full(self):
        del self._full

    @read.setter
    def renamed(self, value):
        print("renamed", value)


k = K()
for name in ("read", "write", "delete", "nothing", "anonymous", "full", "renamed"):
    print(name, end=": ")
    attempt(lambda: getattr(k, name))
    attempt(lambda: setattr(k, name, 1))
    attempt(lambda: getattr(k, name))
    attempt(lambda: delattr(k, name))
print(K.read.__doc__, K.full.__doc__, K.read.fget.__name__, K.nothing.fget, K.renamed.fget is K.read.fget)
attempt(lambda: setattr(K.read, "__doc__", "changed") or K.read.__doc__)
attempt(lambda: setattr(K.read, "fget", None))
attempt(lambda: property(1, 2, 3, "d", 5))
attempt(lambda: property(3).__get__(k))
attempt(lambda: K.read.__get__(None, K) is K.read)
attempt(lambda: K.read.__set__(k, 1))
attempt(lambda: property().__get__(1))
free = property(lambda self: None)
attempt(lambda: free.__set__(object(), 1))
attempt(lambda: free.__delete__(object()))


class Child(K):
    @property
    def read(self):
        return "child of " + super().read

    @K.full.getter
    def full(self):
        return "overridden getter"


c = Child()
c.full = 5
print(c.read, c.full, c._full)
c.__dict__["read"] = "ignored"
print(c.read)


class Documented(property):
    pass


class D:
    @Documented
    def x(self):
        "doc of x"


print(D.x.__doc__, type(D.x.setter(len)).__name__, D.x.setter(len).__doc__)


def getter(self):
    "inside"


print(property(getter, doc="explicit").__doc__, property(getter, doc="").__doc__ == "")


class Meta(type):
    @property
    def on_class(cls):
        return cls.__name__


class W(metaclass=Meta):
    pass


print(W.on_class)
attempt(lambda: W().on_class)
attempt(lambda: setattr(W, "on_class", 1))
class Both:
    @classmethod
    @property
    def chained(cls):
        return cls.__name__ + " chained"
print(Both.chained, Both().chained)
print(K.read.__isabstractmethod__, property(fset=type("F", (),
                                                      {"__isabstractmethod__": True})()).__isabstractmethod__)
