"""__slots__ with descriptors, __class__ cells, __dict__ replaced, __weakref__, vars(), __module__ and __qualname__ rules."""
import weakref


class Holder:
    pass


h = Holder()
h.a = 1
old = h.__dict__
h.__dict__ = {"b": 2}
print(vars(h), old, hasattr(h, "a"))
for bad in (5, None, [], "x"):
    try:
        h.__dict__ = bad
    except TypeError as error:
        print(error)
del h.__dict__
print(h.__dict__)
h.__dict__["c d"] = 3
h.__dict__[5] = 6
print(h.__dict__, getattr(h, "c d"))
for statement in ("Holder.__dict__ = {}", "del Holder.__dict__", "Holder.__name__ = 5", "Holder.__name__ = 'a\\0b'", "del Holder.__name__", "Holder.__qualname__ = 5", "del Holder.__qualname__", "int.__name__ = 'x'", "int.x = 1", "del int.real", "Holder.__bases__ = ()",
                  "Holder.__bases__ = 5", "Holder.__bases__ = (int,)", "Holder.__bases__ = (Holder,)", "Holder.__mro__ = ()", "del Holder.__module__", "Holder.__module__ = 5", "Holder.__doc__ = 'new'", "int.__doc__ = 'x'", "h.__class__ = 5", "h.__class__ = int", "del h.__class__",
                  "h.__weakref__ = 5", "Holder.__subclasses__ = 5", "Holder.__abstractmethods__", "Holder.__abstractmethods__ = {'x'}; Holder()", "type.__dict__['x'] = 1", "(5).__class__ = bool", "None.x = 1", "len.x = 1", "(lambda: 0).x = 1", "object().x = 1", "''.x = 1"):
    try:
        exec(statement)
        print(statement, "works")
    except Exception as error:
        print(statement, "->", type(error).__name__, error)
print(Holder.__module__, Holder.__doc__)


def factory():
    class Inside:
        def method(self):
            return __class__

        class Deeper:
            pass
    return Inside


Inside = factory()
print(Inside.__qualname__, Inside.method.__qualname__, Inside.Deeper.__qualname__, Inside().method() is Inside, Inside.method.__closure__[0].cell_contents is Inside)


class Named:
    __qualname__ = "Else.Where"
    __module__ = "some.module"
    x = __qualname__


print(Named, Named.__name__, Named.__qualname__, Named.x, "__qualname__" in vars(Named), repr(Named())[:28])
for value in (5, None, "x"):
    try:
        type("Q", (), {"__qualname__": value})
        print("ok", value)
    except TypeError as error:
        print(error)
print(weakref.getweakrefcount(h), h.__weakref__)
r = weakref.ref(h)
print(h.__weakref__ is r, weakref.getweakrefs(h) == [r])
try:
    vars(5)
except TypeError as error:
    print(error)
try:
    class NoCell:
        __classcell__ = 5
except TypeError as error:
    print(error)


class Meta(type):
    def __new__(meta, name, bases, space):
        space.pop("__classcell__", None)
        return super().__new__(meta, name, bases, space)


try:
    class Lost(metaclass=Meta):
        def method(self):
            return __class__
except RuntimeError as error:
    print(error)
print(type("Three", (Holder,), {"a": 1}).__mro__[1] is Holder, type("", (), {}), type.__call__(type, 5))
for arguments in ((), ("a",) * 2, (5, (), {}), ("a", 5, {}), ("a", (), 5), ("a", (5,), {}), ("a", [], {}), ("a\0b", (), {}), ("a", (int, str), {}), ("a", (bool,), {}), ("a", (type(None),), {}), ("a", (int, int), {}), ("a", (object, int), {})):
    try:
        print(type(*arguments))
    except Exception as error:
        print(type(error).__name__, error)
