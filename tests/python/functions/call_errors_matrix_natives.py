"""Argument errors: every combination of missing, extra, repeated and unknown arguments, and the wording for
one, two and many (natives)."""
import functools


def f0(): pass
def f1(a): pass
def f2(a, b): pass
def f3(a, b, c): pass
def f4(a, b, c, d=1): pass
def pos(a, b, /): pass
def pos_default(a, /, b=1): pass
def kw(*, a): pass
def kws(*, a, b, c=1): pass
def mixed(a, /, b, *, c, d=1): pass
def star(*args, k): pass
def dstar(a, /, **kw): return a, kw
def everything(a, b=1, /, c=2, *args, d, e=3, **kw): return a, b, c, args, d, e, kw


class K:
    def method(self, x): pass
    @classmethod
    def cm(cls, x): pass
    @staticmethod
    def sm(x): pass
    def no_self(): pass
    def __call__(self, x): pass


class Init:
    def __init__(self, a, *, b): pass


class New:
    def __new__(cls, a): return object.__new__(cls)


class Neither: pass


functions = [f0, f1, f2, f3, f4, pos, pos_default, kw, kws, mixed, star, dstar, everything, K().method,
             K.method, K.cm, K.sm, K().no_self, K(), Init, New, Neither, lambda x, y: 0,
             functools.partial(f2, 1)]
calls = [((), {}), ((1,), {}), ((1, 2), {}), ((1, 2, 3, 4, 5), {}), ((), {"a": 1}), ((1,), {"a": 1}),
         ((), {"x": 1}), ((1, 2), {"c": 3, "d": 4}), ((), {"a": 1, "b": 2, "zz": 3, "yy": 4}),
         ((1, 2, 3), {"a": 1, "k": 2}), ((1,), {"d": 1, "a": 5, "b": 6}), ((1,), {"self": 2, "cls": 3})]
for function in functions:
    for args, keywords in calls:
        try:
            print(getattr(function, "__qualname__", "object"), args, keywords, "->",
                  function(*args, **keywords) if function in (dstar,
                                                              everything) else bool(function(*args,
                                                                  **keywords)))
        except TypeError as error:
            print(getattr(function, "__qualname__", "object"), args, keywords, "->", error)
for text in (
    "map(1)", "map(len, 1)", "filter()", "iter()", "next()", "open()", "exec()", "eval()", "eval('1', 2)",
    "eval('1', {}, 2)", "compile()", "compile('1', 'f')", "hasattr(1, 2)", "setattr(1, 2)", "chr()",
    "ord('ab')", "ord(5)", "ord(b'')", "divmod(1)", "abs()", "hash()", "id()", "callable()", "format()",
    "vars(1)", "dir(1, 2)", "input(1, 2)", "__import__()", "__build_class__()", "__build_class__(1, 2)",
    "list.append()", "list.append(1, 2)", "str.upper()", "str.upper(1)", "int.__add__()", "int.__add__(1)",
    "int.__add__(1, 2, 3)", "int.__add__('a', 1)", "dict.fromkeys()", "bytes.fromhex()", "bytes.fromhex(1)",
    "(1).__add__()", "''.join()", "''.__len__(1)", "object.__init__()", "object.__new__()",
    "object.__new__(1)", "type.__call__()", "K.method.__get__()",
):
    try:
        print(text, "->", eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)
