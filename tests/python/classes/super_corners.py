"""super: without arguments in odd functions, unbound, with changed cells, across multiple inheritance, set
and delete."""


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


class A:
    attr = "A.attr"
    def m(self): return ["A"]
    @classmethod
    def c(cls): return ["A.c", cls.__name__]
    @staticmethod
    def s(): return "A.s"
    @property
    def p(self): return "A.p of " + type(self).__name__


class B(A):
    def m(self): return ["B"] + super().m()
    @classmethod
    def c(cls): return ["B.c"] + super().c()
    @staticmethod
    def s(): return "B.s+" + super(B, B).s()
    @property
    def p(self): return "B.p+" + super().p


class C(A):
    def m(self): return ["C"] + super().m()


class D(B, C):
    def m(self): return ["D"] + super().m()
    def nested(self):
        def inner(me):
            return super().m()
        return inner(self)
    def listed(self):
        return [super(D, self).m() for _ in range(1)]
    def lambda_(self):
        return (lambda self: super().m())(self)
    def deleted(self):
        del self
        return super().m()
    def replaced(self):
        self = C()
        return super().m()
    def star(*args):
        return super().m()
    def keyword(self, *, cls=None):
        return super().attr
    def generator(self):
        yield super().m()
        yield super().p
    def no_arguments():
        return super()
    def setting(self):
        super().new = 5
        return self.__dict__
    def cell(self):
        return lambda: super().m()
    def captured(self):
        f = lambda: self
        return super().m(), f() is self


d = D()
for name in ("m", "nested", "listed", "lambda_", "deleted", "replaced", "star", "keyword", "setting",
             "captured"):
    attempt(getattr(d, name))
print(list(d.generator()), d.c(), D.c(), d.s(), d.p)
attempt(D.no_arguments)
attempt(d.cell())
attempt(lambda: super())
attempt(lambda: super(int, "x"))
attempt(lambda: super(int))
attempt(lambda: super(1, 2))
attempt(lambda: super(D, d))
attempt(lambda: super(D, d).missing)
attempt(lambda: super(B, d).m())
attempt(lambda: super(B, D).m(d))
attempt(lambda: super(A, d).m)
attempt(lambda: super(B).__get__(d, D).m())
attempt(lambda: super(B).__get__(None, D))
attempt(lambda: super(B).__get__(1))
s = super(C, d)
print(s.__thisclass__, s.__self__ is d, s.__self_class__, super(C).__self__, s.__class__)
attempt(lambda: delattr(super(B, d), "m"))
attempt(lambda: super(B, d)[0])
attempt(lambda: len(super(B, d)))
class Changed(A):
    def m(self): return __class__.__name__, super().m()
other = Changed.m
Changed.m.__closure__[0].cell_contents = B
attempt(lambda: other(D()))
attempt(lambda: other(A()))
Changed.m.__closure__[0].cell_contents = 3
attempt(lambda: other(D()))
del Changed.m.__closure__[0].cell_contents
attempt(lambda: other(D()))
class Lies:
    @property
    def __class__(self): return D
attempt(lambda: super(B, Lies()).attr)
class Sub(super):
    def __getattribute__(self, name): return f"sub {name}"
print(Sub(B, d).anything)
