"""Sorting keys of one kind and of several: ints, floats, strings, tuples; stability, NaN, failures on the way."""
import random

random.seed(7)


def check(items, **options):
    result = sorted(items, **options)
    copy = list(items)
    copy.sort(**options)
    assert copy == result
    return result


print(check([5, -3, 2**40, 0, 7, 7, -(2**62)]), check([2**70, 5, -(2**70), 2**63, 2**63 - 1]))
print(check([1.5, -0.0, 0.0, float("inf"), -2.25, 1e300]), check([3, 1.5, True, False, 2]))
print(check(["b", "", "a", "ab", "ä", "€", "\U0001F600", "B", "aa"]), check(["x"]), check([]))
print(check([(2, "b"), (1, "z"), (2, "a"), (1,), (), (1, "z", 0)]))
print(check([(1.5, "x"), (1, "y"), (True, "a"), (0.5, "z")]), check([((1, 2), 3), ((1, 1), 4), ((1, 2), 1)]))
numbers = [random.randrange(-1000, 1000) for _ in range(500)]
words = ["%03d" % (n % 1000) for n in numbers]
pairs = [(n % 7, w) for n, w in zip(numbers, words)]
floats = [n / 8 for n in numbers]
for items in (numbers, words, pairs, floats, [str(n) + "é" for n in numbers]):
    for reverse in (False, True):
        result = check(items, reverse=reverse)
        step = -1 if reverse else 1
        assert all(not (b < a if step == 1 else a < b) for a, b in zip(result, result[1:]))
print(hash(tuple(check(numbers))) == hash(tuple(check(numbers, reverse=True)[::-1])))
stable = check(list(enumerate(n % 5 for n in numbers)), key=lambda item: item[1])
print(all(a[0] < b[0] for a, b in zip(stable, stable[1:]) if a[1] == b[1]))
backwards = check(list(enumerate(n % 5 for n in numbers)), key=lambda item: item[1], reverse=True)
print(all(a[0] < b[0] for a, b in zip(backwards, backwards[1:]) if a[1] == b[1]))
nan = float("nan")
print(sorted([3.0, nan, 1.0]), sorted([(nan, 1), (nan, 0)]), sorted([(1.0, nan), (1.0, 2.0)]))
for bad in ([1, "a"], ["a", 1, "b"], [(1, "a"), (1, 2)], [None, None], [1j, 2j], [(1, None), (1, None)], [[1], (1,)]):
    try:
        print(sorted(bad))
    except TypeError as error:
        print("TypeError", error)


class Same:
    def __eq__(self, other):
        return True

    def __lt__(self, other):
        raise KeyError("asked")

    def __repr__(self):
        return "Same"


try:
    print(sorted([(Same(), 2), (Same(), 1)]))
except KeyError as error:
    print("KeyError", error)


class Text(str):
    def __lt__(self, other):
        return len(self) < len(other)


print(sorted([Text("ccc"), Text("a"), Text("bb")]), sorted([(Text("ccc"), 1), (Text("a"), 2)]))
items = [3, 1, 2]
try:
    items.sort(key=lambda item: items.append(item))
except (ValueError, TypeError) as error:
    print(type(error).__name__, error, items)
