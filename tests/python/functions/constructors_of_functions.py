"""Functions and methods made by calling their types: what fits together, errors, and pickled methods."""
import types
def f(a, b=2):
    return a, b, n
def closed():
    c = 5
    def g(): return c
    return g
FT, MT = types.FunctionType, types.MethodType
def t(fn):
    try: print(fn())
    except Exception as e: print(type(e).__name__, e)
t(lambda: FT(f.__code__, {"n": 9}, "named", (7,))(1))
t(lambda: FT(f.__code__, {"n": 9}, argdefs=(7, 8))())
t(lambda: FT(f.__code__, {"n": 9}).__defaults__)
t(lambda: FT(f.__code__, {"n": 9}, "named").__qualname__)
t(lambda: FT(f.__code__, {"n": 9}, "named").__name__)
t(lambda: FT(f.__code__, {"n": 9, "__name__": "m"}).__module__)
t(lambda: FT(1, {}))
t(lambda: FT(f.__code__, 1))
t(lambda: FT(f.__code__))
t(lambda: FT(f.__code__, {}, 5))
t(lambda: FT(f.__code__, {}, "x", 5))
t(lambda: FT(f.__code__, {}, "x", (), 5))
t(lambda: FT(f.__code__, {}, "x", (), ()).__name__)
t(lambda: FT(f.__code__, {}, "x", (), (1,)))
g = closed()
t(lambda: FT(g.__code__, {}, "x", (), g.__closure__)())
t(lambda: FT(g.__code__, {}))
t(lambda: FT(g.__code__, {}, None, None, ()))
t(lambda: FT(g.__code__, {}, None, None, (1,)))
t(lambda: FT(g.__code__, {}, None, None, 1))
t(lambda: MT(f, 1).__self__)
t(lambda: MT(len, [1, 2])())
t(lambda: MT(len))
t(lambda: MT(5, 6))
t(lambda: MT(len, None))
t(lambda: MT(len, obj=1))
t(lambda: MT(len, 1, 2))
t(lambda: type("F", (FT,), {}))
t(lambda: type("F", (MT,), {}))
t(lambda: MT(f, 1).__reduce__())
t(lambda: FT.__text_signature__)
t(lambda: MT.__text_signature__)
import pickle, copy
class K:
    def m(self): return "m"
k = K()
t(lambda: pickle.loads(pickle.dumps(k.m))())
t(lambda: copy.copy(f) is f)
t(lambda: copy.deepcopy(k.m)())
