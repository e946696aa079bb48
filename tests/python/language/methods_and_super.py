"""Bound methods, class methods, static methods, super() in all its forms."""
class A:
    def who(self):
        return "A"

    @classmethod
    def make(cls, *args):
        return cls.__name__, args

    @staticmethod
    def plain(x):
        return x * 2

    @property
    def value(self):
        return "A.value"


class B(A):
    def who(self):
        return "B" + super().who()

    def free(self):
        return self.who()

    @classmethod
    def make(cls, *args):
        return ("B", super().make(*args))

    @property
    def value(self):
        return "B" + super().value


class C(A):
    def who(self):
        return "C" + super().who()


class D(B, C):
    def who(self):
        return "D" + super(D, self).who()


d = D()
print(D.make(1), d.make(2), d.plain(3), D.plain(4), d.value)
print([c.__name__ for c in D.__mro__])
bound = d.who
print(bound.__self__ is d, bound.__func__ is D.who, bound == d.who, bound is d.who, hash(bound) == hash(d.who))
print(A.who(None))
try:
    D.who()
except TypeError as error:
    print(error)
try:
    d.who(1, 2)
except TypeError as error:
    print(error)
try:
    super(C, d).missing
except AttributeError as error:
    print(error)


def outside():
    return super()


for function in (outside, lambda self: super().who()):
    try:
        function()
    except (RuntimeError, TypeError) as error:
        print(type(error).__name__, error)


class E(A):
    def by_comprehension(self):
        return [super(E, self).who() for _ in "ab"]

    def cell_deleted(self):
        self = None
        try:
            return super().who()
        except AttributeError as error:
            return str(error)

    def who(self):
        def nested():
            return __class__.__name__
        return nested()


e = E()
print(e.by_comprehension(), e.who(), e.cell_deleted())
print(super(B, d).who(), super(B, D).make("x"))
try:
    super(B, A()).who()
except TypeError as error:
    print(error)
s = super(B, d)
print(s.__thisclass__.__name__, s.__self_class__.__name__, s.__self__ is d)
setattr(A, "added", lambda self: type(self).__name__)
print(d.added(), e.added())
A.who = lambda self: "patched"
print(d.who())
