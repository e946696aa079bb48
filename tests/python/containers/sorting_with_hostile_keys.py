"""sort: stability, reverse, keys that fail or change the list, comparisons that fail, mixed types, nan,
already sorted runs."""
import functools
import random


def attempt(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


random.seed(7)
pairs = [(random.randrange(5), i) for i in range(40)]
by_first = sorted(pairs, key=lambda p: p[0])
print(by_first == sorted(pairs), sorted(pairs, key=lambda p: p[0], reverse=True)[:9],
      sorted(pairs, key=lambda p: -p[0])[:9])
for n in (0, 1, 2, 3, 31, 32, 33, 63, 64, 65, 200, 1000):
    data = [random.randrange(n + 1) for _ in range(n)]
    up, down, saw = sorted(data), sorted(data, reverse=True), [(-1) ** i * i for i in range(n)]
    print(n, all(a <= b for a, b in zip(up, up[1:])), up == down[::-1], sorted(saw)[:3], sorted(up) == up,
          sorted(down) == up, sorted(up + data) == sorted(data + up))


class Counting:
    count = 0

    def __init__(self, n): self.n = n
    def __lt__(self, other):
        Counting.count += 1
        return self.n < other.n


for data in (list(range(50)), list(range(50))[::-1], [i // 5 for i in range(50)], [i % 7 for i in range(50)],
             [0] * 50, list(range(25)) * 2):
    Counting.count = 0
    items = [Counting(n) for n in data]
    items.sort()
    print(Counting.count, end=" ")
    Counting.count = 0
    items.sort(reverse=True)
    print(Counting.count, end=" ")
    Counting.count = 0
    print(min(items).n, max(items, key=lambda c: c.n).n, Counting.count)


class Fails:
    def __init__(self, after): self.after = after
    def __lt__(self, other):
        self.after[0] -= 1
        if self.after[0] < 0: raise ZeroDivisionError("compare")
        return False


for after in (0, 1, 5, 30):
    counter = [after]
    items = [Fails(counter) for _ in range(20)]
    before = list(items)
    print(attempt(lambda: items.sort()), len(items), {id(x) for x in items} == {id(x) for x in before})


def key_fails(x):
    if x == 3: raise KeyError(x)
    return -x


items = [1, 2, 3, 4]
print(attempt(lambda: items.sort(key=key_fails)), items)
def changes(x):
    items.append(99)
    return x
print(attempt(lambda: items.sort(key=changes)), items)
def looks(x):
    seen.append(len(items))
    return x
seen = []
items.sort(key=looks)
print(seen, items)
class ClearsIt:
    def __lt__(self, other):
        items.clear()
        return True
items = [ClearsIt() for _ in range(4)]
print(attempt(lambda: items.sort()), len(items))
class OddTruth:
    def __init__(self, n): self.n = n
    def __lt__(self, other): return [0] if self.n < other.n else []
    def __repr__(self): return str(self.n)
print(sorted([OddTruth(3), OddTruth(1), OddTruth(2)]), attempt(lambda: sorted([1, "a", 2])),
      attempt(lambda: sorted(["a", 1])), attempt(lambda: sorted([None, None])),
      attempt(lambda: sorted([1j, 2j])),
      attempt(lambda: sorted([(1, "a"), (1, 2)])), attempt(lambda: sorted([[1], (2,)])),
      sorted([2.5, 1, True, 2 ** 70, -1e300]), sorted(["b", "B", "é", "z", "\U0001f600", ""]),
      sorted([b"b", b"a"]))
nan = float("nan")
print(sorted([3.0, nan, 1.0, nan, 2.0]), sorted([nan, 1, 0]), sorted([(2, "b"), (2, "a"), (1, "z")]),
      sorted([(1,), (1, 2), ()]), sorted([("a", 1), ("a", 0.5)]), sorted("hello", key=str.upper),
      sorted(["10", "9", "1"], key=int))
print(sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)), sorted({"b": 1, "a": 2}),
      sorted([{1, 2}, {1}, {2}]), attempt(lambda: sorted([1, 2], key=functools.cmp_to_key(lambda a, b: "x"))),
      sorted([[2, 1], [1, 2], [1]], key=len), max([1, 5, 5.0]), min("ba", default=0))
