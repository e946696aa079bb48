"""Counter: counting with methods overridden, with values of other types, and with keys that compare oddly."""
from collections import Counter, defaultdict
import collections


class Loud(Counter):
    def __setitem__(self, key, value):
        print("set", key, value)
        super().__setitem__(key, value)


class Quiet(Counter):
    def __delitem__(self, key):
        print("del", key)
        super().__delitem__(key)


class Own(Counter):
    def get(self, key, default=None):
        return super().get(key, 10)


class Zero(Counter):
    def __missing__(self, key):
        return 100


print(Loud("aab"), Quiet("aab"), Own("aab"), Zero("aab"), Zero()["x"])
quiet = Quiet("hello")
del quiet["h"]
quiet["l"] += 1
quiet.subtract("ll")
print(quiet, +quiet, quiet["absent"])
counter = Counter({"a": 1.5, "b": 2**31 - 2, "c": True, "d": -1, "e": 2**70})
counter.update("abbbcde")
print(counter, [type(value).__name__ for value in counter.values()])
counter = Counter({"a": "x"})
try:
    counter.update("ba")
except TypeError as error:
    print(error, dict(counter))


class Key:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        if other is not self:
            raise ValueError("compared")
        return True


first, second = Key(), Key()
try:
    Counter([first, first, second])
except ValueError as error:
    print(error)
try:
    Counter([[]])
except TypeError as error:
    print(error)
plain, missing = {}, defaultdict(int)
collections._count_elements(plain, "abca")
collections._count_elements(missing, [1, 1.0, True])
print(plain, dict(missing), Counter(x for x in (3, 3, 4)).most_common(1), Counter(b"aab"))
