"""Texts of the TypeErrors of calls: missing, too many, unexpected, positional-only, keyword-only, methods, classes, builtins, spelling."""


def f(a, b, /, c, d=4, *, e, g=7):
    return a, b, c, d, e, g


def none(): pass
def one(x): pass
def default(x=1): pass
def kwonly(*, a, b, c=1): pass
def posonly(a, b=2, /): pass
def star(a, *args, k): pass
def many(a, b, c, d, e): pass


class C:
    def __init__(self, x): pass
    def method(self, y): pass
    @classmethod
    def cm(cls, z): pass
    @staticmethod
    def sm(w): pass
    def __call__(self, q): pass
    def noself(): pass


c = C(1)
for call in ("f()", "f(1)", "f(1, 2)", "f(1, 2, 3)", "f(1, 2, 3, 4, 5)", "f(1, 2, 3, 4, 5, e=1)", "f(1, 2, 3, e=1, a=5)", "f(1, b=2, c=3, e=1)", "f(a=1, b=2, c=3, e=1)", "f(1, 2, c=3, d=4, e=5, h=6)", "f(1, 2, 3, c=4, e=1)", "f(1, 2, e=1)", "none(1)", "none(1, 2)", "none(x=1)", "one()", "one(1, 2)", "one(1, x=1)", "one(y=1)", "default(1, 2)", "default(1, 2, 3, x=1)", "kwonly()", "kwonly(a=1)", "kwonly(1)", "kwonly(1, 2, a=1, b=2)", "kwonly(1, a=1)", "posonly()", "posonly(a=1)", "posonly(1, b=1)", "posonly(1, 2, 3)", "posonly(1, a=2, b=3)", "star()", "star(1)", "star(k=1)", "star(1, 2, 3)", "many()", "many(1)", "many(1, 2, 3, 4)", "many(1, c=3, e=5)", "many(1, 2, 3, 4, 5, 6)",
             "C()", "C(1, 2)", "C(y=1)", "c.method()", "c.method(1, 2)", "C.method()", "C.method(c)", "C.cm()", "c.cm(1, 2)", "C.sm()", "c.sm(1, 2)", "c()", "c(1, 2)", "c.noself()", "C.noself(1)", "(lambda x: x)()", "(lambda: 0)(1)", "(lambda *, k: k)()", "len()", "len(1, 2)", "len(obj=1)", "len(5)", "int(1, 2, 3)", "int(x=1)", "int('1', bass=2)", "str(1, 2, 3, 4)", "print(sepp=1)", "print(sep=1)", "isinstance(1)", "isinstance(1, 2)", "getattr(1)", "getattr(1, 2)", "max()", "max(1)", "max(1, 2, kye=1)", "sum()", "sum(1)", "sum(['a'])", "sum('ab', '')", "range()", "open()", "zip(strict=1, x=2)", "zip(1)", "enumerate()", "enumerate([], 1, 2)", "enumerate([], begin=1)", "map(int)", "map()", "filter(1)", "iter()", "iter(1, 2)", "next(1)", "chr('a')", "chr(-1)", "ord('ab')", "ord(5)", "abs()", "pow(1)", "round()", "divmod(1)", "hash([])", "id()", "dir(1, 2)", "vars(1)", "input(1, 2)", "format()", "bin(1.5)", "callable()", "type()", "type(1, 2)", "super(1, 2, 3)", "object(1)", "bool(1, 2)", "bool(x=1)", "float(1, 2)", "list(1, 2)", "list(x=1)", "tuple(1, 2)", "dict(1)", "dict(1, 2)", "dict([1])", "dict(['abc'])", "set(1, 2)", "bytes(1, 2, 3, 4)", "slice()", "property(1, 2, 3, 4, 5)", "[].append()", "[].append(1, 2)", "[].pop(1, 2)", "[].sort(1)", "[].index()", "{}.get()", "{}.pop()", "{}.update(1, 2)", "''.join()", "''.split(1, 2, 3)", "'a'.replace('a')", "[].insert(1)", "().index()", "set().add()", "{}.fromkeys()", "[].append(x=1)", "{}.get(key=1)", "''.format_map()", "''.encode(1)"):
    try:
        print(call, "=", eval(call))
    except Exception as error:
        print(call, "->", type(error).__name__, error)
