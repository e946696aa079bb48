"""One linear order of all bases, the MRO, decides who answers; super() means "the next in that order"."""


class Base:
    def hello(self):
        return ["Base"]


class Left(Base):
    def hello(self):
        return ["Left"] + super().hello()


class Right(Base):
    def hello(self):
        return ["Right"] + super().hello()


class Both(Left, Right):
    def hello(self):
        return ["Both"] + super().hello()


print([cls.__name__ for cls in Both.__mro__])
print(Both().hello())                     # Left's super() is Right here: Base is asked once


def merge(sequences):
    """C3: take the first head that stands in no other list's tail."""
    result = []
    while sequences := [s for s in sequences if s]:
        for sequence in sequences:
            head = sequence[0]
            if not any(head in other[1:] for other in sequences):
                break
        else:
            raise TypeError("no order fits all bases")
        result.append(head)
        sequences = [s[1:] if s[0] is head else s for s in sequences]
    return result


def linearize(cls):
    bases = list(cls.__bases__)
    return [cls] + merge([linearize(base) for base in bases] + [bases])


print(linearize(Both) == list(Both.__mro__), linearize(bool) == list(bool.__mro__))

try:
    class Impossible(Base, Left):         # Base before Left, but Left must come before its base
        pass
except TypeError as error:
    print(error)

# super() without arguments uses the cell __class__ and the first argument.
print(super(Left, Both()).hello(), super(Right, Both()).hello(), super(Both, Both).__thisclass__.__name__)
print(Both.hello.__code__.co_freevars, Base.hello.__code__.co_freevars)


class Logged:
    """A mixin adds one thing and passes on: cooperative __init__ takes what it knows from the keywords."""

    def __init__(self, *, log, **more):
        super().__init__(**more)
        self.log = log


class Named:
    def __init__(self, *, name, **more):
        super().__init__(**more)
        self.name = name


class Service(Logged, Named):
    pass


print(vars(Service(name="mail", log="on")))
try:
    Service(name="mail", log="on", port=1)
except TypeError as error:
    print(error)
print(Both.__bases__, Both.__base__.__name__, Base.__subclasses__())
