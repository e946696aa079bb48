"""A little ORM of descriptors: validation, conversion, events, and a registry made by __init_subclass__."""
import weakref
from collections.abc import Callable


class Field:
    kind: Callable = staticmethod(lambda value: value)

    def __init__(self, *checks, default=..., doc=None):
        self.checks, self.default, self.__doc__ = checks, default, doc
        self.values = weakref.WeakKeyDictionary()

    def __set_name__(self, owner, name):
        self.name, self.owner = name, owner.__name__
        owner.fields = {**getattr(owner, "fields", {}), name: self}

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        try:
            return self.values[instance]
        except KeyError:
            if self.default is ...:
                raise AttributeError(f"{self.owner}.{self.name} was never set") from None
            return self.default() if callable(self.default) else self.default

    def __set__(self, instance, value):
        try:
            value = self.kind(value)
        except (TypeError, ValueError) as error:
            raise ValueError(f"{self.owner}.{self.name}: {error}") from error
        for check in self.checks:
            if not check(value):
                raise ValueError(f"{self.owner}.{self.name}: {check.__name__} refuses {value!r}")
        before = self.values.get(instance, None)
        self.values[instance] = value
        instance.changed(self.name, before, value)

    def __delete__(self, instance):
        if self.values.pop(instance, self) is self:
            raise AttributeError(self.name)

    def __repr__(self):
        return f"<{type(self).__name__} {self.owner}.{self.name}>"


class Integer(Field):
    kind = int


class Text(Field):
    kind = str


def positive(n): return n > 0
def short(s): return len(s) < 8


class Model:
    registry = {}
    log = []

    def __init_subclass__(cls, table=None, **kw):
        super().__init_subclass__(**kw)
        Model.registry[table or cls.__name__.lower()] = cls

    def __init__(self, **values):
        for name in self.fields.keys() & values.keys() if False else [n for n in self.fields if n in values]:
            setattr(self, name, values.pop(name))
        if values:
            raise TypeError(f"unknown fields {sorted(values)}")

    def changed(self, name, before, after):
        self.log.append(f"{type(self).__name__}.{name}: {before!r} -> {after!r}")

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{n}={getattr(self, n, None)!r}' for n in self.fields)})"


class User(Model, table="users"):
    name = Text(short, doc="The name.")
    age = Integer(positive, default=18)
    tags = Field(default=list)


class Admin(User):
    level = Integer(positive, lambda n: n < 10)


u, a = User(name="ann", age="31"), Admin(name="root", level=9)
print(u, a, User.name, User.name.__doc__, Model.registry, list(Admin.fields), Admin.name is User.name)
u.age = 32.9
u.tags.append("lost")
print(u.age, u.tags, a.age)
del u.age
for action in (lambda: setattr(u, "age", -5), lambda: setattr(u, "age", "x"),
               lambda: setattr(u, "name", "much too long"), lambda: setattr(a, "level", 50),
               lambda: User().name, lambda: User(nope=1), lambda: delattr(u, "age"), lambda: u.age,
               lambda: User.age.__get__(None, User) is User.age):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error, "from", repr(error.__cause__))
print(*Model.log, sep="\n")
print(len(User.name.values))
del u, a
import gc
gc.collect()
print(len(User.name.values), len(User.age.values))
