"""__getattribute__, __getattr__, __setattr__, __delattr__ and __dir__: which are consulted, in what order,
by whom."""


class Loud:
    cls = "class attribute"

    def __init__(self):
        object.__setattr__(self, "inst", "instance attribute")

    def __getattribute__(self, name):
        print(f"<get {name}>", end="")
        return super().__getattribute__(name)

    def __getattr__(self, name):
        print(f"<fallback {name}>", end="")
        if name.startswith("x"):
            return name * 2
        raise AttributeError(f"no {name} here")

    def __setattr__(self, name, value):
        print(f"<set {name}>", end="")
        super().__setattr__(name, value)

    def __delattr__(self, name):
        print(f"<del {name}>", end="")
        super().__delattr__(name)

    def __len__(self):
        return 3

    @property
    def failing(self):
        raise AttributeError("inside the property")

    @property
    def failing_otherwise(self):
        raise KeyError("inside")


o = Loud()
print(o.cls, o.inst, o.xy)
o.new = 1
o.new += 1
print(o.new)
del o.new
print(len(o), o.__len__(), o.__class__.__name__)


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error, getattr(error, "name", "-"),
              type(getattr(error, "obj", None)).__name__)


attempt(lambda: o.nope)
attempt(lambda: o.failing)
attempt(lambda: o.failing_otherwise)
attempt(lambda: hasattr(o, "nope"))
attempt(lambda: getattr(o, "nope", "default"))
attempt(lambda: getattr(o, "failing_otherwise", "default"))
attempt(lambda: hasattr(o, "failing_otherwise"))
attempt(lambda: o.__dict__)
attempt(lambda: vars(o))
attempt(lambda: object.__getattribute__(o, "nope"))
attempt(lambda: delattr(o, "nope"))
attempt(lambda: setattr(o, 3, 4))
attempt(lambda: getattr(o, 3))
attempt(lambda: getattr(o, "a", "b", "c"))
attempt(lambda: sorted(n for n in dir(o) if not n.startswith("_")))


class OnInstance:
    pass


i = OnInstance()
i.__getattr__ = lambda name: "never"
i.__len__ = lambda: 5
attempt(lambda: i.missing)
attempt(lambda: len(i))
attempt(lambda: i.__len__())


class Meta(type):
    def __getattr__(cls, name):
        return f"meta {name}"

    def __getattribute__(cls, name):
        if name == "secret":
            return "from metaclass"
        return super().__getattribute__(name)


class K(metaclass=Meta):
    secret = "hidden"


print(K.unknown, K.secret, K().secret)
attempt(lambda: K().unknown)


class Recursive:
    def __getattr__(self, name):
        return self.other


try:
    Recursive().start
except RecursionError as error:
    print(str(error)[:32])
class Raising:
    def __getattribute__(self, name):
        raise RuntimeError(name)
attempt(lambda: Raising().x)
attempt(lambda: hasattr(Raising(), "x"))
attempt(lambda: isinstance(Raising(), int))
attempt(lambda: repr(Raising())[:20])
