# What each kind of iterator over an OrderedDict says of each kind of change, at once and when it is asked again.
from collections import OrderedDict

changes = {
    "clear": lambda d: d.clear(),
    "clear and fill": lambda d: (d.clear(), d.update(dict.fromkeys("vwxyz"))),
    "add": lambda d: d.update(q=1),
    "remove": lambda d: d.pop("c", None),
    "popitem": lambda d: d.popitem(),
    "move": lambda d: d.move_to_end("c"),
    "replace": lambda d: (d.pop("e", None), d.setdefault("e")),
    "value": lambda d: d.__setitem__("c", 3),
    "setdefault": lambda d: d.setdefault("y"),
    "behind its back": lambda d: dict.pop(d, "c", None),
}
views = {"keys": iter, "values": lambda d: iter(d.values()), "items": lambda d: iter(d.items()), "reversed": reversed}

for change, act in changes.items():
    for view, make in views.items():
        ordered = OrderedDict.fromkeys("abcde")
        iterator, seen = make(ordered), []
        try:
            for item in iterator:
                seen.append(item)
                if len(seen) == 1:
                    act(ordered)
            print(change, view, "finished", len(seen))
        except (RuntimeError, KeyError) as error:
            print(change, view, type(error).__name__, error, seen)
        try:
            print(next(iterator, "over"))
        except RuntimeError as error:
            print("again", error)


class Hostile:
    def __init__(self, other=None):
        self.other = other

    def __eq__(self, other):
        if self.other:
            self.other.clear()
        return True

    def __hash__(self):
        return 1


left, right = OrderedDict([(1, Hostile()), (2, 2)]), OrderedDict()
left[1].other = right
right.update([(1, Hostile()), (2, 2)])
try:
    print(left == right)
except RuntimeError as error:
    print(error)
left[1].other = left
try:
    print(left == OrderedDict([(1, Hostile()), (2, 2)]), len(left))
except RuntimeError as error:
    print(error)
