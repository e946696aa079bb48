"""Metaclasses: __prepare__, __new__, __init__, __call__, keywords, conflicts, inheritance, attributes."""


class Ordered(dict):
    def __setitem__(self, key, value):
        if not key.startswith("__"):
            print("  body sets", key)
        super().__setitem__(key, value)


class Meta(type):
    @classmethod
    def __prepare__(mcls, name, bases, **options):
        print("prepare", mcls.__name__, name, [b.__name__ for b in bases], options)
        return Ordered()

    def __new__(mcls, name, bases, space, **options):
        print("new", name, type(space).__name__, options)
        cls = super().__new__(mcls, name, bases, dict(space))
        cls.options = options
        return cls

    def __init__(cls, name, bases, space, **options):
        print("init", name, options)
        super().__init__(name, bases, space)

    def __call__(cls, *args, **kwargs):
        print("call", cls.__name__, args, kwargs)
        instance = super().__call__(*args, **kwargs)
        instance.made_by = "meta"
        return instance

    def on_class(cls):
        return f"on {cls.__name__}"

    @property
    def shown(cls):
        return cls.__name__.upper()

    def __len__(cls):
        return len(cls.__name__)

    def __getattr__(cls, name):
        return f"no {name} on {cls.__name__}"


class First(metaclass=Meta, colour="red"):
    a = 1

    def method(self):
        return self.a

    b = a + 1


class Second(First):
    a = 10


print(First.options, Second.options, type(Second).__name__)
thing = Second()
print(thing.made_by, thing.method(), Second.on_class(), Second.shown, len(Second), Second.anything)
for label, function in (("on instance", lambda: thing.on_class()), ("missing on instance", lambda: thing.anything)):
    try:
        function()
    except AttributeError as error:
        print(label, error)


class Other(type):
    pass


try:
    class Conflict(First, metaclass=Other):
        pass
except TypeError as error:
    print(error)


class Derived(Meta):
    pass


class Third(First, metaclass=Derived):
    pass


print(type(Third).__name__)


def function_as_metaclass(name, bases, space, **options):
    print("function", name, bases, sorted(k for k in space if not k.startswith("__")), options)
    return type(name, bases, space)


class ByFunction(metaclass=function_as_metaclass, extra=1):
    value = 5


print(type(ByFunction).__name__, ByFunction.value)


class NotMapping(type):
    @classmethod
    def __prepare__(mcls, name, bases):
        return 5


try:
    class X(metaclass=NotMapping):
        pass
except TypeError as error:
    print(error)


class Registry(type):
    known = {}

    def __init__(cls, name, bases, space):
        super().__init__(name, bases, space)
        if bases:
            Registry.known[name.lower()] = cls

    def __contains__(cls, item):
        return item in Registry.known

    def __iter__(cls):
        return iter(sorted(Registry.known))


class Plugin(metaclass=Registry):
    pass


class Reader(Plugin):
    pass


class Writer(Plugin):
    pass


print(list(Plugin), "reader" in Plugin, Registry.known["writer"] is Writer)
