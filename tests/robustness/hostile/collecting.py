# The collector runs, and is looked at, inside everything that it collects.
import gc
import sys
import weakref

gc.set_threshold(1, 1, 1)
events = []


def callback(phase, information):
    events.append(phase)
    del events[10:]
    gc.collect(0)


class Node:
    def __init__(self):
        self.me = self
        self.more = [self, {1: self}, (self,)]

    def __del__(self):
        gc.collect()
        Node.last = weakref.ref(self, lambda ref: gc.collect())
        self.more.append([self])


gc.callbacks.append(callback)
for _ in range(30):
    Node()
gc.callbacks.remove(callback)
print(events[:2])
gc.callbacks.append(lambda phase, information: 1 / 0)
sys.unraisablehook = lambda report: events.append(report.exc_type.__name__)
gc.collect()
gc.callbacks.clear()
print("ZeroDivisionError" in events)


def build():
    for _ in range(20):
        items = [[] for _ in range(10)]
        items.append(items)
        yield items
        {index: [index] for index in range(10)}
        sorted([Node() for _ in range(2)], key=id)


for made in build():
    for referrer in gc.get_referrers(made):
        type(referrer)
    gc.get_referents(made, 1, None)
    len(gc.get_objects())
weak = weakref.WeakValueDictionary()
for number in range(50):
    weak[number] = Node()
    list(weak.items())


class Meta(type):
    def __del__(cls):
        gc.collect()


for _ in range(10):
    cls = Meta("C", (), {"it": Node()})
    cls.me = cls()
    del cls
for action in (lambda: gc.collect(3), lambda: gc.collect(-1), lambda: gc.set_threshold("a"),
               lambda: gc.is_tracked(), lambda: gc.get_objects(5), lambda: gc.get_referents.__self__):
    try:
        action()
        print("fine")
    except (TypeError, ValueError) as error:
        print(error)
frame = sys._getframe()
frame.f_locals
del frame
gc.freeze()
gc.unfreeze()
print(gc.collect() >= 0)
