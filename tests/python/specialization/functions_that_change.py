"""Call sites stay right when the functions they call get other code, defaults, or are other functions."""


def callee(a, b=2, *, c=3):
    return a, b, c


def plain(a, b):
    return a + b


def call_plain():
    return plain(1, 2)


def call_default():
    return optional(1)


def optional(a, b="b", c="c"):
    return a, b, c


def attempt(label, function):
    try:
        print(label, function())
    except TypeError as error:
        print(label, "TypeError:", error)


for _ in range(100):
    call_plain(), call_default()
attempt("warm", call_plain)
attempt("warm", call_default)
optional.__defaults__ = ("B",)
attempt("fewer defaults", call_default)
optional.__defaults__ = ("x", "y")
attempt("other defaults", call_default)
for _ in range(100):
    call_default()
optional.__defaults__ = None
attempt("no defaults", call_default)
optional.__defaults__ = (1, 2, 3)
attempt("three defaults", call_default)
plain.__code__ = (lambda a, b: a * 100 + b).__code__
attempt("other code", call_plain)
for _ in range(100):
    call_plain()
plain.__code__ = (lambda a: a).__code__
attempt("fewer parameters", call_plain)
plain.__code__ = (lambda *a: a).__code__
attempt("collecting", call_plain)
plain.__code__ = (lambda a, b, *, k: a).__code__
attempt("keyword only", call_plain)
plain.__kwdefaults__ = {"k": 1}
attempt("keyword default", call_plain)


def generate(a, b):
    yield a
    yield b


plain.__code__ = generate.__code__
print([*call_plain()])


class Callable:
    def __call__(self, *arguments):
        return "instance", arguments


for other in (max, Callable(), Callable().__call__, divmod, complex, lambda a, b: (b, a)):
    plain = other
    attempt("called", call_plain)


class Type:
    def method(self, a):
        return "method", a


def call_method(o):
    return o.method(7)


o = Type()
for _ in range(100):
    call_method(o)
print(call_method(o))
Type.method.__defaults__ = ("unused",)
print(call_method(o))
Type.method = staticmethod(lambda a: ("static", a))
print(call_method(o))
Type.method = classmethod(lambda cls, a: (cls.__name__, a))
print(call_method(o))
Type.method = Callable()
print(call_method(o))
Type.method = [].append
print(call_method(o))
