"""__init_subclass__, __set_name__, __class_getitem__, __mro_entries__ and what goes wrong in them."""


def attempt(label, function):
    try:
        print(label, repr(function()))
    except Exception as error:
        print(label, type(error).__name__, error, "| cause:", repr(error.__cause__))


class Base:
    children = []

    def __init_subclass__(cls, /, tag=None, **rest):
        super().__init_subclass__(**rest)
        cls.tag = tag
        Base.children.append(cls.__name__)


class One(Base, tag="first"):
    pass


class Two(One):
    pass


print(Base.children, One.tag, Two.tag)
attempt("unknown keyword", lambda: type("Three", (Base,), {}, other=1))
attempt("plain keyword", lambda: type("Four", (), {}, other=1))


class Field:
    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)
        self.name = name

    def __get__(self, instance, owner=None):
        return self if instance is None else instance.__dict__.get(self.name, "unset")


class Record:
    first = Field()
    second = Field()
    alias = first


record = Record()
record.__dict__["second"] = 2
print(record.first, record.second, Record.alias.name)
Record.late = Field()
print(hasattr(Record.late, "name"))


class Failing:
    def __set_name__(self, owner, name):
        1 / 0


attempt("failing", lambda: type("Broken", (), {"field": Failing()}))


class Generic:
    def __class_getitem__(cls, item):
        return f"{cls.__name__}[{item!r}]"


class Sub(Generic):
    pass


print(Generic[int], Sub[1, 2], Sub["x":"y"])
attempt("instance", lambda: Generic()[0])
attempt("plain class", lambda: Base[int])


class Entry:
    def __init__(self, *bases):
        self.bases = bases

    def __mro_entries__(self, bases):
        print("entries asked", len(bases))
        return self.bases


class Made(Entry(One, Field), Generic):
    pass


print(Made.__bases__ == (One, Field, Generic), len(Made.__orig_bases__))


class Wrong:
    def __mro_entries__(self, bases):
        return [int]


def make_wrong():
    class X(Wrong()):
        pass


attempt("entries type", make_wrong)
attempt("via type", lambda: type("X", (Entry(int),), {}))


class Counting:
    def __init_subclass__(cls):
        cls.number = len(Counting.__subclasses__())


subclasses = [type(f"C{i}", (Counting,), {}) for i in range(3)]
print([cls.number for cls in subclasses], [cls.__name__ for cls in Counting.__subclasses__()])
