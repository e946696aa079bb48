"""gc: thresholds, counts, freezing, tracked objects, referrers, debug flags, callbacks, garbage and stats."""
import gc


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, error)


print(gc.isenabled(), gc.get_threshold(), gc.get_debug(), gc.garbage, gc.callbacks)
gc.collect()
gc.disable()
print(gc.isenabled())
gc.set_threshold(500, 5, 5)
print(gc.get_threshold())
gc.set_threshold(0)
print(gc.get_threshold())
gc.set_threshold(700, 10, 10)
for args in ((), ("x",), (1, 2, 3, 4), (1.5,)):
    attempt(gc.set_threshold, *args)
for generation in (0, 1, 2, 3, -1, "x", None, True):
    print(generation, end=" ")
    try:
        print(type(gc.collect(generation)).__name__)
    except Exception as error:
        print(type(error).__name__, error)
for text in ("1", "'a'", "()", "(1, 'a')", "([],)", "[]", "{}", "{'a': 1}", "{'a': []}", "set()", "frozenset()",
             "object()", "lambda: 0", "int", "type('T', (), {})", "type('T', (), {})()",
             "type('T', (), {'__slots__': ()})()", "(x for x in ())", "None", "b'x'", "bytearray()", "range(3)",
             "slice(1)", "Exception()", "iter([])", "1.5", "print", "gc", "(1, (2, (3,)))",
             "{1: (1, 2)}.items()", "memoryview(b'a')", "property()", "super(int, 5)"):
    value = eval(text)
    print(text, gc.is_tracked(value), gc.is_finalized(value), end="; ")
print()
t = (1, 2, "x")
u = tuple([1, [], 2])
gc.collect()
print(gc.is_tracked(t), gc.is_tracked(u))


class Node:
    def __init__(self): self.me = self
    def __del__(self): log.append("del")


log, seen = [], []
Node()
gc.collect()
print(log)
box = []
holder = {"box": box}
print(gc.get_referrers(box)[0] is holder or len(gc.get_referrers(box)), gc.get_referents(holder),
      sorted(gc.get_referents([1, "a"], (2,)), key=str), gc.get_referents(5), gc.get_referents())
gc.callbacks.append(lambda phase, info: seen.append((phase, sorted(info), info["generation"])))
class Loop: pass
for _ in range(3):
    a, b = Loop(), Loop()
    a.other, b.other = b, a
del a, b
gc.collect(1)
gc.collect()
print(seen)
gc.callbacks.clear()
print([sorted(s) for s in gc.get_stats()], len(gc.get_stats()), gc.get_count()[1:])
gc.freeze()
print(gc.get_freeze_count() > 100)
gc.unfreeze()
print(gc.get_freeze_count())
gc.set_debug(gc.DEBUG_SAVEALL)
x = []
x.append(x)
del x
gc.collect()
print(gc.garbage, gc.get_debug() == gc.DEBUG_SAVEALL)
gc.set_debug(0)
gc.garbage.clear()
gc.collect()
attempt(gc.set_debug, "x")
attempt(gc.get_objects, 5)
attempt(gc.get_objects, 3)
attempt(gc.is_tracked)
print(any(o is holder for o in gc.get_objects()),
      gc.DEBUG_LEAK == gc.DEBUG_COLLECTABLE | gc.DEBUG_UNCOLLECTABLE | gc.DEBUG_SAVEALL)
class Resurrect:
    def __init__(self): self.loop = self
    def __del__(self): saved.append(self); print("resurrected")
saved = []
Resurrect()
gc.collect()
print(len(saved), gc.is_finalized(saved[0]))
saved.clear()
gc.collect()
print(len(saved))
gc.enable()
