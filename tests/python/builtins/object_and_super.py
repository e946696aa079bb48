"""object's own methods and super in all its forms."""


def attempt(label, function):
    try:
        print(label, repr(function()))
    except BaseException as error:
        print(label, type(error).__name__, error)


attempt("arguments", lambda: object(1))
attempt("new", lambda: object.__new__(int))
attempt("new of str", lambda: object.__new__(5))
attempt("init", lambda: object().__init__(1))


class OnlyNew:
    def __new__(cls, *arguments):
        return super().__new__(cls)


class OnlyInit:
    def __init__(self, *arguments):
        super().__init__()


class PassesOn:
    def __init__(self, *arguments):
        super().__init__(*arguments)


class Neither:
    pass


OnlyNew(1)
OnlyInit(1)
attempt("passes on", lambda: PassesOn(1))
attempt("neither", lambda: Neither(1, b=2))
attempt("neither named", lambda: Neither(b=2))
thing = object()
print(thing == thing, thing != thing, thing.__eq__(5), thing.__lt__(thing), thing.__ne__(thing), object.__doc__ is not None)
attempt("order", lambda: thing < thing)
print(object.__subclasshook__(), thing.__format__("") == str(thing), thing.__sizeof__() > 0)
attempt("format", lambda: format(thing, "x"))
attempt("reduce", lambda: thing.__reduce__())
print(thing.__reduce_ex__(2)[1:], object.__init_subclass__())


class A:
    value = "A"

    def name(self):
        return "A"

    @classmethod
    def make(cls):
        return f"A.make for {cls.__name__}"

    @staticmethod
    def fixed():
        return "A.fixed"


class B(A):
    value = "B"

    def name(self):
        return "B" + super().name()

    @classmethod
    def make(cls):
        return "B then " + super().make()

    @staticmethod
    def fixed():
        return "B " + super(B, B).fixed()

    def nested(self):
        return [super(B, self).name() for _ in range(2)]

    def bare(self):
        return [super().name() for _ in range(1)]


b = B()
print(b.name(), B.make(), b.fixed(), b.nested(), super(B, b).value, super(B, B).value, super(B, b).name())
attempt("in comprehension", b.bare)
attempt("outside", lambda: super())
attempt("wrong type", lambda: super(B, 5))
attempt("wrong order", lambda: super(B, A()))
attempt("not a type", lambda: super(5, b))
attempt("missing", lambda: super(B, b).nothing)
print(super(B), super(B).__self__, super(B, b).__thisclass__, super(B, b).__self_class__, repr(super(B, b))[:30])


def detached(self):
    return super().name()


B.detached = detached
attempt("detached", lambda: b.detached())


class Deleted(A):
    def name(self):
        del self
        return super().name()


attempt("deleted", lambda: Deleted().name())


class Shadow(A):
    def name(self):
        __class__ = int
        return super(Shadow, self).name()


print(Shadow().name())
