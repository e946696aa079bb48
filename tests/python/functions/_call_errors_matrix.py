"""The functions that the programs call_errors_matrix_*.py call wrongly."""
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
