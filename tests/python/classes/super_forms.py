"""super(): zero, one and two arguments, in classmethods, properties, nested functions, comprehensions, its errors and attributes."""


class Base:
    value = "base value"

    def method(self):
        return "Base.method"

    @classmethod
    def create(cls):
        return f"Base.create({cls.__name__})"

    @staticmethod
    def static():
        return "Base.static"

    @property
    def prop(self):
        return "Base.prop"

    def __getitem__(self, key):
        return f"item {key}"


class Child(Base):
    value = "child value"

    def method(self):
        return "Child>" + super().method()

    @classmethod
    def create(cls):
        return "Child>" + super().create()

    @staticmethod
    def static():
        return "Child>" + super(Child, Child).static()

    @property
    def prop(self):
        return "Child>" + super().prop

    def nested(self):
        def inner(this):
            return super().value
        return inner(self)

    def comprehension(self):
        try:
            return [super().value for _ in range(1)]
        except TypeError as error:
            return str(error)

    def explicit(self):
        return [super(Child, self).value for _ in range(1)]

    def item(self):
        try:
            return super()[1]
        except TypeError as error:
            return str(error), super().__getitem__(1)

    def reassigned(self):
        self = 5
        try:
            return super().value
        except TypeError as error:
            return str(error)

    def deleted(self):
        del self
        try:
            return super()
        except RuntimeError as error:
            return str(error)

    def captured(self):
        return lambda: self, super().value

    def lost(self):
        try:
            super().nothing
        except AttributeError as error:
            return str(error)

    def set_through(self):
        try:
            super().value = 5
        except AttributeError as error:
            return str(error)

    def no_arguments():
        return super()

    def star(*args):
        return super().value


c = Child()
print(c.method(), Child.create(), c.static(), c.prop, c.nested(), c.comprehension(), c.explicit(), c.item())
print(c.reassigned(), c.deleted(), c.captured()[1], c.lost(), c.set_through())
for use in (Child.no_arguments, lambda: c.star(), lambda: super(), lambda: super().x, lambda: super(int), lambda: super(5), lambda: super(Child, 5), lambda: super(Child, Base()), lambda: super(1, 2), lambda: super(Child, None), lambda: super(Child, Child).method, lambda: super(Child, c, 3), lambda: super(type=Child)):
    try:
        print(use())
    except Exception as error:
        print(type(error).__name__, error)
s = super(Child, c)
print(s.__thisclass__, s.__self__ is c, s.__self_class__, s.value, repr(s)[:40], type(s))
unbound = super(Child)
print(unbound.__self__, unbound.__self_class__, repr(unbound), unbound.__get__(c).value)


class Holder(Base):
    pass


Holder.up = super(Holder)
print(Holder().up.value, Holder.up)


class Diamond:
    def __init__(self, *log):
        self.log = log + ("Diamond",)


class Left(Diamond):
    def __init__(self, *log):
        super().__init__(*log, "Left")


class Right(Diamond):
    def __init__(self, *log):
        super().__init__(*log, "Right")


class Bottom(Left, Right):
    def __init__(self):
        super().__init__("Bottom")


print(Bottom().log, super(Left, Bottom()).__init__.__qualname__)


def borrowed(self):
    return super(type(self), self).value


Child.borrowed = borrowed
print(c.borrowed())
try:
    exec("def free(self): return super().value\nfree(1)", {})
except RuntimeError as error:
    print(error)


class Shadow(Base):
    def method(self, super=None):
        try:
            return super().method()
        except TypeError as error:
            return str(error)


print(Shadow().method())
