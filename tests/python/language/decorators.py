"""Decorators: order of evaluation and application, any expression, on classes and methods."""
log = []


def trace(name):
    log.append(f"make {name}")

    def apply(target):
        log.append(f"apply {name} to {getattr(target, '__name__', target)}")
        return target

    return apply


@trace("outer")
@trace("inner")
def function(a=log.append("default")):
    pass


print(log)
log.clear()


@trace("class")
class C:
    @trace("method")
    def m(self):
        return 1

    @staticmethod
    @trace("static")
    def s():
        return 2

    @property
    def p(self):
        return self._p

    @p.setter
    def p(self, value):
        self._p = value * 2

    @p.deleter
    def p(self):
        del self._p


print(log)
c = C()
c.p = 4
print(c.p, C.s(), c.m())
del c.p
try:
    c.p
except AttributeError as error:
    print(error)


@(lambda f: [f(), f()])
def twice():
    return "value"


print(twice)


@print
@len
@str
class X:
    pass


print(X)
buttons = {"go": lambda f: ("registered", f.__name__)}


@buttons["go"]
def click():
    pass


print(click)


@(y := lambda f: f)
def with_walrus():
    return y is not None


print(with_walrus())


@type
def kind():
    pass


print(kind.__name__)
try:
    @5
    def impossible():
        pass
except TypeError as error:
    print(error)
try:
    impossible
except NameError as error:
    print(error)


def count(f):
    def wrapper(*args, **kw):
        wrapper.calls += 1
        return f(*args, **kw)
    wrapper.calls = 0
    return wrapper


@count
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(10), fib.calls)
