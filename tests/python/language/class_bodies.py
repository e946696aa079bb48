"""Class statements: namespaces, keywords, __prepare__, __init_subclass__, __set_name__, __class_getitem__."""
log = []


class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **keywords):
        log.append(("prepare", name, [b.__name__ for b in bases], keywords))
        return Recorder()

    def __new__(mcs, name, bases, space, **keywords):
        log.append(("new", name, sorted(k for k in space if not k.startswith("__")), keywords))
        return super().__new__(mcs, name, bases, dict(space))

    def __init__(cls, name, bases, space, **keywords):
        log.append(("init", name, keywords))

    def __call__(cls, *args, **kw):
        log.append(("call", args, kw))
        return super().__call__(*args, **kw)


class Recorder(dict):
    def __setitem__(self, key, value):
        log.append(("bind", key))
        super().__setitem__(key, value)


class A(metaclass=Meta, option=1):
    x = 1

    def method(self):
        return __class__


for entry in log:
    print(entry)
log.clear()
print(A().method() is A, log)


class Descriptor:
    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)

    def __get__(self, instance, owner):
        return "instance" if instance is not None else "class"


class Base:
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        print("subclass", cls.__name__, tag)

    def __class_getitem__(cls, item):
        return f"{cls.__name__}[{item!r}]"


class Derived(Base, tag="t"):
    d = Descriptor()


print(Derived.d, Derived().d, Derived[int, 3])
try:
    class Bad(Base, unknown=1):
        pass
except TypeError as error:
    print(error)


class Ordered:
    b = 1
    a = 2
    def c(self): ...
    a = 3


print([k for k in Ordered.__dict__ if not k.startswith("__")], Ordered.__module__, Ordered.__qualname__)
print(type("Dynamic", (Base,), {"v": 5}, tag="dyn").v)


class Entries:
    def __mro_entries__(self, bases):
        return (Base,) if Base not in bases else ()


class FromEntries(Entries()):
    pass


print(FromEntries.__mro__, FromEntries.__orig_bases__[0].__class__.__name__)
for source in ("class X(1): pass", "class X(int, str): pass", "class X(A, B): pass", "class X(object, A): pass",
               "class X(bool): pass", "class X(A, A): pass", "class X(metaclass=print): pass"):
    try:
        exec(source)
    except Exception as error:
        print(source, "->", type(error).__name__, str(error).replace("\n", " "))
