"""OrderedDict: moves, comparison, reversal, copies, changes while iterating, errors."""
import copy
from collections import OrderedDict


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


o = OrderedDict(a=1, b=2, c=3)
o.move_to_end("a"), o.move_to_end("c", last=False)
print(o, list(reversed(o)), o.popitem(), o.popitem(last=False), o)
for action in (lambda: o.move_to_end("zz"), lambda: OrderedDict([("a", 1), ("b", 2)]) == OrderedDict([("b", 2),
    ("a", 1)]), lambda: OrderedDict([("a", 1), ("b", 2)]) == {"b": 2, "a": 1}, lambda: OrderedDict().popitem(),
    lambda: OrderedDict(1), lambda: o.pop("zz"), lambda: o.pop("zz", 5), lambda: o | {"n": 1},
    lambda: {"n": 1} | o,
               lambda: o.setdefault("s", 9), lambda: OrderedDict.fromkeys("ba", 0), lambda: o < o,
               lambda: OrderedDict(a=1, **{"b c": 2}), lambda: o.__reversed__().__next__(),
               lambda: OrderedDict({1: 2}, x=3).keys() & {1}, lambda: OrderedDict([(1,)]),
               lambda: repr(OrderedDict()), lambda: o.move_to_end(), lambda: o.popitem(1, 2)):
    attempt(action)
class O(OrderedDict):
    def __missing__(self, key): return key * 2
x = O(a=1)
x["self"] = x
print(x["bb"], x, copy.copy(x) == x, type(x.copy()).__name__)
def changing():
    o = OrderedDict.fromkeys("abc")
    for k in o:
        o[k + "x"] = 1
        if len(o) > 9:
            return "never noticed"
attempt(changing)
def deleting():
    o = OrderedDict.fromkeys("abc")
    for k in o: del o[k]
attempt(deleting)
