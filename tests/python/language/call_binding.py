"""How arguments are bound to parameters, and every message when they do not fit."""
def f(a, b=2, /, c=3, *args, d, e=5, **kw):
    return a, b, c, args, d, e, kw


print(f(1, d=4))
print(f(1, 2, 3, 4, 5, d=6, x=7, a=8, b=9))
print(f(*(1, 2), *[3], **{"d": 1}, **{"z": 2}))


def two(a, b): ...
def none(): ...
def kwonly(*, k, m): ...
def positional(a, b, /): ...
def defaults(a, b=1, c=2): ...
def star(*args): return args
def double(**kw): return kw
class Cls:
    def method(self, x): ...
    def __init__(self, q): ...


for source in ("two()", "two(1)", "two(1, 2, 3)", "two(1, a=2)", "two(b=1)", "two(1, 2, c=3)", "none(1)",
               "none(x=1)", "kwonly()", "kwonly(k=1)", "kwonly(1, k=1, m=2)", "positional(1, b=2)",
               "positional(a=1, b=2)", "positional(1)", "defaults()", "defaults(1, 2, 3, 4)", "defaults(1, d=2)",
               "f(d=1)", "f(1)", "f(1, 2, 3, c=4, d=1)", "star(1, x=2)", "double(1)", "Cls()", "Cls(1).method()",
               "Cls(1).method(1, 2)", "Cls.method(1)", "two(*[1], **{'b': 2, 'a': 3})", "two(*5)", "two(**5)",
               "two(**{1: 2})", "two(a=1, **{'a': 2})", "(lambda x, y: 0)(1)", "(lambda: 0)(1, 2)",
               "two(1, 2, 3, c=1)", "kwonly(1, 2, k=1)"):
    try:
        print(source, "->", eval(source))
    except TypeError as error:
        print(source, "->", error)


def mutable(item, bucket=[]):
    bucket.append(item)
    return bucket


print(mutable(1), mutable(2), mutable.__defaults__)
mutable.__defaults__ = (["fresh"],)
print(mutable(3))
f.__kwdefaults__ = {"d": "now optional"}
print(f.__kwdefaults__)
try:
    print(f(1))
except TypeError as error:
    print(error)
two.__defaults__ = (10, 20)
print(two(), two.__defaults__)
print(star(*range(3), 9, *"ab"), double(a=1, **{"b c": 2}))
print((lambda *a, k=1, **kw: (a, k, kw))(1, 2, k=3, z=4))
