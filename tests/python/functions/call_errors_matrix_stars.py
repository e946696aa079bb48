"""Argument errors: every combination of missing, extra, repeated and unknown arguments, and the wording for
one, two and many (stars)."""
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
    "f2(**{'a': 1}, **{'a': 2})", "f2(*5)", "f2(**5)", "f2(*[1], *None)", "f2(**{1: 2})",
    "f2(1, **{'a b': 1})", "K().method(*'ab', **{'x': 1})", "f2(*iter([1, 2]), b=1)",
    "everything(1, d=2, **{'a': 1, 'b': 2})", "f1(a=1, **{'a': 2})", "(lambda: 0)(1)", "(lambda *, a: 0)()",
    "len()", "len(1, 2)", "len(x=1)", "print(foo=1)", "int(1, 2, 3)", "int(y=1)", "'a'.upper(1)",
    "[].append()", "[].append(1, 2)", "[].append(x=1)", "sorted()", "sorted([], 1)", "dict(1, 2)",
    "isinstance(1)", "getattr(1)", "getattr(1, 'a', 2, 3)", "object(1)", "type(1, 2)", "super(1, 2, 3)",
    "max()", "max(1)", "max(1, 2, foo=3)", "max([], key=1, default=2, x=3)", "sum()", "sum(1)", "sum('ab')",
    "sum(['a'], 'b')", "pow()", "round()", "range()", "enumerate()", "enumerate([], 0, 1)", "enumerate(x=1)",
    "zip(1)", "zip(strict=1)", "zip([], foo=1)", "map()",
):
    try:
        print(text, "->", eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)
