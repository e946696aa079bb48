"""weakref: callbacks, order of death, equality and hashing, proxies, WeakMethod, WeakSet, dictionaries,
finalize."""
import gc
import weakref


class K:
    def __init__(self, n=0): self.n = n
    def __repr__(self): return f"K({self.n})"
    def method(self): return self.n
    def __eq__(self, other): return isinstance(other, K) and self.n == other.n
    def __hash__(self): return hash(self.n)
    def __len__(self): return 3
    def __getitem__(self, i): return i * 2
    def __call__(self): return "called"


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


a = K(1)
r, s = weakref.ref(a), weakref.ref(a)
c = weakref.ref(a, lambda ref: print("dead", ref is c, ref()))
print(r is s, r is c, r == c, hash(r) == hash(a), r(), weakref.getweakrefcount(a),
      weakref.getweakrefs(a)[0] is r, r.__callback__, c.__callback__ is not None)
other = weakref.ref(K(1))
print(other(), r == other, other == other)
equal = K(1)
print(weakref.ref(equal) == r)
first = weakref.ref(a, lambda ref: print("second callback made, called first"))
del a
print(r(), hash(r) == hash(1), c.__callback__, r == s, r == weakref.ref(equal))
attempt(lambda: hash(other))
for bad in (1, "text", None, (), [], {}, int, len, object(), lambda: 0, K, K().method, {1}, frozenset(),
            (x for x in ""), range(1), b"", gc, Exception(), type,
            array if (array := __import__("array").array("b")) is not None else 0):
    try:
        print(type(bad).__name__, weakref.ref(bad)() is bad, end="; ")
    except TypeError as error:
        print(error, end="; ")
print()
attempt(lambda: weakref.ref())
attempt(lambda: weakref.ref(equal, None, 3))
attempt(lambda: weakref.ref(equal, 5).__callback__)
p = weakref.proxy(equal)
print(p.n, p[4], len(p), p(), p == K(1), type(p).__name__, isinstance(p, K), repr(p)[:15], str(p), bool(p))
p.n = 5
print(equal.n)
attempt(lambda: hash(p))
attempt(lambda: p + 1)
attempt(lambda: p.nope)
del equal
for action in (lambda: p.n, lambda: len(p), lambda: repr(p)[:14], lambda: bool(p), lambda: p == p,
               lambda: setattr(p, "n", 1), lambda: p(), lambda: str(p)):
    attempt(action)
a = K(3)
m = weakref.WeakMethod(a.method, lambda ref: print("method gone"))
print(m()(), weakref.ref(a.method)(), m == weakref.WeakMethod(a.method))
attempt(lambda: weakref.WeakMethod(len))
v, k, w = weakref.WeakValueDictionary(x=a), weakref.WeakKeyDictionary({a: "v"}), weakref.WeakSet([a])
print(dict(v), dict(k), list(w), len(v), len(k), len(w), K(3) in w, K(3) in k, v.get("y"), list(v.items()),
      list(k.keyrefs())[0]() is a)
attempt(lambda: v.__setitem__("z", 5))
attempt(lambda: k.__setitem__(5, "z"))
f = weakref.finalize(a, print, "finalized", sep="-")
print(f.alive, f.peek()[2], f.atexit)
def while_iterating():
    global a
    for x in w:
        a = None
        print(len(w), x)
while_iterating()
gc.collect()
print(m(), len(v), len(k), len(w), f.alive, f(), f.detach())
class Sub(weakref.ref):
    __slots__ = ("label",)
    def __new__(cls, target, callback=None, label="x"): self = super().__new__(cls, target,
        callback); self.label = label; return self
    def __init__(self, target, callback=None, label="x"): super().__init__(target, callback)
b = K(9)
x, y = Sub(b, label="one"), Sub(b)
print(x is y, x.label, x(), x == y)
class Bad:
    def __del__(self): print("del sees", [r() for r in refs])
bad = Bad()
refs = [weakref.ref(bad), weakref.ref(bad, lambda r: print("callback"))]
del bad
def failing(ref): raise ValueError("callback fails")
e = K()
fr = weakref.ref(e, failing)
import sys
sys.unraisablehook = lambda u: print("unraisable", u.exc_value, u.object is failing or type(u.object))
del e
