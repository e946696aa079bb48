"""Hooks of attribute access, duck typing, and classes changed while they are in use."""


class Record:
    def __init__(self, **fields):
        super().__setattr__("_fields", fields)

    def __getattr__(self, name):             # only after the normal lookup has failed
        try:
            return self._fields[name]
        except KeyError:
            raise AttributeError(f"no field {name!r}") from None

    def __setattr__(self, name, value):      # for every assignment
        print(f"  set {name} = {value!r}")
        self._fields[name] = value

    def __delattr__(self, name):
        print(f"  del {name}")
        del self._fields[name]


record = Record(color="red")
record.size = 5
print(record.color, record.size, hasattr(record, "weight"), getattr(record, "weight", "default"))
del record.size
try:
    record.size
except AttributeError as error:
    print(error)


class Watched:
    def __init__(self):
        self.value = 1

    def __getattribute__(self, name):        # for every access, found or not
        print(f"  looking for {name}")
        return super().__getattribute__(name)

    def get(self):
        return self.value


print(Watched().get())


# Duck typing: what can quack is a duck.
class Upper:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text.upper())


target = Upper()
print("hello", "file", file=target)          # print() only needs a write method
print("".join(target.parts), end="")


# Monkey patching: instances ask their class at each call, so a change shows at once.
class Greeter:
    def greet(self):
        return "hello"


greeter = Greeter()
original = Greeter.greet
Greeter.greet = lambda self: original(self) + ", patched"
print(greeter.greet())
greeter.greet = lambda: "only this one"
print(greeter.greet(), Greeter().greet())
del greeter.greet
Greeter.greet = original


class Formal:
    def greet(self):
        return "good evening"


greeter.__class__ = Formal                   # even the class of a living object can change
print(greeter.greet(), type(greeter).__name__)
try:
    int.greet = original
except TypeError as error:
    print(error)
