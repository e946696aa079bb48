# Attribute access, properties and descriptors that come back to themselves.
class Asking:
    def __getattr__(self, name):
        return getattr(self, name + "x")


class Always:
    def __getattribute__(self, name):
        return getattr(self, name)


class Setting:
    def __setattr__(self, name, value):
        setattr(self, name, value)

    def __delattr__(self, name):
        delattr(self, name)


class Computed:
    @property
    def value(self):
        return self.value


class Descriptor:
    def __get__(self, instance, owner):
        return instance.there

    def __set__(self, instance, value):
        instance.there = value


class Described:
    there = Descriptor()


class Directory:
    def __dir__(self):
        return dir(self)


class Class(type):
    def __getattr__(cls, name):
        return getattr(cls, name)


class Metaclassed(metaclass=Class):
    pass


def attempt(name, action):
    try:
        action()
        print(name, "fine")
    except RecursionError:
        print(name, "RecursionError")


attempt("getattr", lambda: Asking().a)
attempt("hasattr", lambda: hasattr(Asking(), "a"))
attempt("getattribute", lambda: Always().a)
attempt("setattr", lambda: setattr(Setting(), "a", 1))
attempt("delattr", lambda: delattr(Setting(), "a"))
attempt("property", lambda: Computed().value)
attempt("get", lambda: Described().there)
attempt("set", lambda: setattr(Described(), "there", 1))
attempt("dir", lambda: dir(Directory()))
attempt("metaclass", lambda: Metaclassed.a)
