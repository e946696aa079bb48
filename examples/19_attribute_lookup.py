"""obj.name, step by step: data descriptor of the class, then the instance, then the class, then __getattr__."""


class Data:
    """Defines __set__: stronger than the instance's dict."""

    def __get__(self, instance, owner):
        return "data descriptor"

    def __set__(self, instance, value):
        print("  __set__ called with", value)


class NonData:
    """Only __get__: weaker than the instance's dict."""

    def __get__(self, instance, owner):
        return "non-data descriptor"


class Thing:
    data = Data()
    weak = NonData()
    plain = "class"

    def __getattr__(self, name):
        return f"__getattr__({name})"


thing = Thing()
print(thing.data, thing.weak, thing.plain, thing.missing, sep=" | ")
thing.__dict__.update(data="instance", weak="instance", plain="instance", missing="instance")
print(thing.data, thing.weak, thing.plain, thing.missing, sep=" | ")
thing.data = 1
thing.weak = 2
print(thing.__dict__)


def look_up(obj, name):
    """What object.__getattribute__ does, written in Python."""
    cls = type(obj)
    for base in cls.__mro__:
        if name in base.__dict__:
            found, kind = base.__dict__[name], type(base.__dict__[name])
            break
    else:
        found, kind = None, None
    if hasattr(kind, "__set__") and hasattr(kind, "__get__"):
        return kind.__get__(found, obj, cls)
    if name in obj.__dict__:
        return obj.__dict__[name]
    if hasattr(kind, "__get__"):
        return kind.__get__(found, obj, cls)
    if kind:
        return found
    raise AttributeError(f"{cls.__name__!r} object has no attribute {name!r}")


for name in ("data", "weak", "plain", "__init__"):
    print(name, look_up(thing, name) == object.__getattribute__(thing, name))
try:
    look_up(thing, "nowhere")
except AttributeError as error:
    print(error)

# Special methods are looked up on the type only: the instance cannot override them.
thing.__len__ = lambda: 5
try:
    len(thing)
except TypeError as error:
    print(error)
Thing.__len__ = lambda self: 7
print(len(thing), thing.__len__())
del thing.plain
print(thing.plain, getattr(thing, "plain"), hasattr(Thing, "nowhere"))
