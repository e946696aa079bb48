# Searching and inserting with bounds, keys, and sequences that are no lists.
from _bisect import bisect_left, bisect_right, insort_left, insort_right


def show(function, *arguments, **keywords):
    try:
        print(function.__name__, function(*arguments, **keywords))
    except Exception as error:
        print(function.__name__, type(error).__name__, error)


data = [1, 2, 2, 2, 3, 5, 8]
for x in range(-1, 10):
    print(x, bisect_left(data, x), bisect_right(data, x), bisect_left(tuple(data), x), bisect_right(range(7), x))
for low, high in [(0, None), (2, None), (2, 3), (3, 2), (0, 0), (0, -1), (5, -1), (0, -2), (7, 7)]:
    show(bisect_left, data, 2, low, high)
    show(bisect_right, data, 2, lo=low, hi=high)
show(bisect_left, data, 2, -1)
show(bisect_left, data, 2, 0, 100)
show(bisect_left, data, 2, 0, "x")
show(bisect_left, data, 2, "x")
show(bisect_left, data, 2, 0, 2**70)
show(bisect_left, data, "x")
show(bisect_left, 5, 1)
show(bisect_left, {}, 1)
show(bisect_left, {1: 2}, 1)
show(bisect_left)
show(bisect_left, data, 2, 0, None, len)
print(bisect_left(["aa", "b", "ccc"], 2, key=len), bisect_right([(1, "x"), (2, "y")], 1, key=lambda pair: pair[0]))


class Sequence:
    def __init__(self, items):
        self.items = items

    def __len__(self):
        return len(self.items)

    def __getitem__(self, index):
        print("get", index)
        return self.items[index]

    def insert(self, index, item):
        print("insert", index, item)


show(bisect_right, Sequence(data), 3)
show(insort_right, Sequence(data), 2)
words = ["z", "yy", "wwww"]
insort_left(words, "xxx", key=len)
insort_right(words, "vv", key=len)
insort_left(words, "uu", key=len)
print(words)
show(insort_left, words, 5, key=len)
show(insort_left, (1, 2), 1)


class Subclass(list):
    def insert(self, index, item):
        print("own insert", index)
        super().insert(index, item)


mine = Subclass([1, 3])
insort_left(mine, 2)
print(mine)


class Shrinks:
    def __lt__(self, other):
        data.clear()
        return False

    __gt__ = __lt__


show(bisect_left, data, Shrinks())
