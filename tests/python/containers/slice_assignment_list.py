"""list slices: assignment of every shape, extended slices, self-assignment, deletion, wrong lengths, iterators as sources."""


def attempt(items, key, *value):
    try:
        if value:
            items[key] = value[0]
        else:
            del items[key]
        return items
    except Exception as error:
        return f"{type(error).__name__}: {error}"


S = slice
for key, value in ((S(1, 3), "xy"), (S(1, 3), ()), (S(3, 1), [9]), (S(None), []), (S(0, 0), [7, 8]), (S(100, 200), "e"), (S(-2, None), "ab"), (S(None, None, 2), "abc"), (S(None, None, 2), "ab"), (S(None, None, -1), range(6)), (S(4, 1, -1), "xyz"), (S(1, 1, 2), ""), (S(1, 1, 2), "a"), (S(1, 4), 5), (S(1, 4), None), (S(None, None, 0), ""), (S("a"), ""), (S(0, 2 ** 80), "big"),
                   (S(None, None, 3), {1, 2}), (S(1, 2), {"k": 1}), (S(1, 2), (c for c in "gen")), (S(None, None, 2), (c for c in "gen")), (2, "item"), (-7, 0), (6, 0), ("x", 0), (2.0, 0), (None, 0), (S(5, None, -2), "xyz"), (S(-100, 100, 5), "pq")):
    print(key, type(value).__name__, attempt(list(range(6)), key, value))
for key in (0, -1, 6, S(1, 3), S(None), S(None, None, 2), S(None, None, -2), S(5, 0, -3), S(3, 1), S(1, 100), S(None, None, 7), S(0, 6, 2 ** 70), S(None, None, -2 ** 70), "x", S(1, 2, 0)):
    print(key, attempt(list(range(6)), key))
items = [1, 2, 3]
items[1:2] = items
print(items)
items[:] = items[::-1]
items[::2] = items[::-2] if len(items) % 2 else items[::2]
print(items)
items[len(items):] = [items.pop()]
print(items)


class Index:
    def __init__(self, value, effect=None):
        self.value, self.effect = value, effect

    def __index__(self):
        if self.effect:
            self.effect()
        return self.value


items = list(range(10))
print(items[Index(2):Index(8):Index(3)], items[Index(-1)])
print(items[Index(0, items.clear):5], items)
items = list(range(10))
items[Index(0, lambda: items.__delitem__(S(5, None))):8:1] = ["new"]
print(items)


class Meddler:
    def __iter__(self):
        target.clear()
        return iter([1, 2])


target = list(range(5))
target[1:3] = Meddler()
print(target)


class Sub(list):
    def __getitem__(self, key):
        return ("got", key)

    def __setitem__(self, key, value):
        print("set", key, value)

    def __delitem__(self, key):
        print("del", key)


s = Sub("abc")
print(s[1:2, ...], s[:], s[::2])
s[1:] = 5
del s[:1], s[0]
print(S(1, 2), S(None, 5, -1).indices(10), S(1, 2) == S(1, 2), S(1) < S(2), S(1, 2, 3).__reduce__()[1])
for bad in ((), (1, 2, 3, 4)):
    try:
        slice(*bad)
    except TypeError as error:
        print(error)
for length in (-1, "x", 2 ** 70):
    try:
        print(S(1, 5).indices(length))
    except (ValueError, TypeError) as error:
        print(error)
try:
    hash(S(1))
except TypeError as error:
    print(error)
