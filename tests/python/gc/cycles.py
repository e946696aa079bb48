# The cycle collector: weak references, finalizers, resurrection, tracking, callbacks, module gc.
import _weakref
import gc


class A:
    def __init__(s, n): s.n = n
    def __del__(s): print('del', s.n)
log = []
def mk():
    a = A(1); b = A(2); a.o = b; b.o = a
    w = _weakref.ref(a, lambda r: print('cb', r() is None))
    return w
w = mk()
print(gc.collect() >= 2, w() is None)
class R:
    def __del__(s):
        global saved; saved = s; print('resurrect')
r = R(); r.me = r; del r
gc.collect(); print(saved.me is saved)
del saved; print(gc.collect() > 0)
print(gc.is_tracked({}), gc.is_tracked({'a': 1}), gc.is_tracked({'a': []}), gc.is_tracked([]), gc.is_tracked(()), gc.is_tracked(1), gc.is_tracked((1, [])))
t = (1, 2, 'x'); u = tuple([1, 'b']); gc.collect(); print(gc.is_tracked(t), gc.is_tracked(u))
d = {}; d['d'] = d; print(gc.is_tracked(d)); del d; print(gc.collect() >= 1)
l = []; l.append(l); del l; print(gc.collect())
def gen():
    g = yield
    try: yield
    finally: print('gen fin')
g = gen(); next(g); g.send(g); del g; print(gc.collect() > 0)
print(gc.get_threshold(), gc.isenabled(), gc.get_debug(), len(gc.get_stats()))
def f():
    def inner(): return inner
f(); print(gc.collect() > 0)
class C: pass
c = C(); w = _weakref.ref(c); del C, c; print(w()); print(gc.collect() > 0)
a = []; b = [a]; print([o is b for o in gc.get_referrers(a) if isinstance(o, list)], gc.get_referents(b) == [a])
gc.callbacks.append(lambda p, i: print(p, i['generation'], i['collected']))
x = A(4); x.x = x; del x
gc.collect(1); gc.collect(0); gc.callbacks.clear()
for i in (5, -1):
    try: gc.collect(i)
    except ValueError as e: print(e)
print(gc.get_freeze_count()); gc.freeze(); print(gc.get_freeze_count() > 0); gc.unfreeze(); print(gc.get_freeze_count())
for i in range(2000):
    n = type('C2', (), {})(); n.n = n
print(len(gc.get_objects()) > 0)
p = _weakref.proxy(c2 := A(9)); print(p.n, _weakref.getweakrefcount(c2), repr(p)[:10]); p.n = 5; print(c2.n)
del c2
try: p.n
except ReferenceError as e: print(e)
print(gc.is_finalized(A(1)))
