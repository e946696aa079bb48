# Callbacks of weak references that raise, make more of them, drop them or bring the collector in.
import gc
import sys
import weakref

sys.unraisablehook = lambda report: print("unraisable", report.exc_type.__name__)


class Thing:
    pass


def raising(ref):
    raise ValueError(ref)


thing = Thing()
refs = [weakref.ref(thing, raising) for _ in range(3)]
del thing
thing = Thing()
refs = [weakref.ref(thing, lambda ref: refs.clear()) for _ in range(5)]
del thing
print(len(refs))
thing = Thing()
refs = [weakref.ref(thing, lambda ref: (gc.collect(), refs.append(ref))) for _ in range(3)]
del thing
print(len(refs), {ref() for ref in refs})
thing = Thing()
thing.me = thing
proxy = weakref.proxy(thing, raising)
finalizer = weakref.finalize(thing, print, "finalized")
del thing
gc.collect()
for action in (lambda: proxy.a, lambda: str(proxy), lambda: proxy == 1, lambda: bool(proxy), lambda: [*proxy],
               lambda: isinstance(proxy, Thing)):
    try:
        print(type(action()).__name__)
    except (ReferenceError, TypeError) as error:
        print(type(error).__name__)
table = weakref.WeakKeyDictionary()
things = [Thing() for _ in range(10)]
for each in things:
    table[each] = each
    each.other = things
for _ in table:
    things.clear()
    gc.collect()
print(len(table) <= 10)


class Hashing:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        raise ValueError


one, two = Hashing(), Hashing()
try:
    print({weakref.ref(one), weakref.ref(two)})
except ValueError:
    print("ValueError")
try:
    hash(weakref.ref(Hashing()))
except TypeError:
    print("TypeError")
