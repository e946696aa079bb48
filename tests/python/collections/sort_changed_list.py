# list.sort notices what its comparisons and keys do to the list, even what leaves it empty again.
import gc


def attempt(change, key=False, size=50):
    data = list(range(size))

    class Key:
        def __init__(self, value):
            self.value = value
            if key and value == 3:
                change(data)

        def __lt__(self, other):
            if not key and self.value == 7:
                change(data)
            return other.value < self.value

    try:
        data.sort(key=Key)
        print("sorted", data[:3], len(data))
    except Exception as error:
        print(type(error).__name__, error, data[:3], len(data))


def append_and_pop(data):
    data.append(1)
    data.pop()


def clear(data):
    data.clear()


for key in (False, True):
    attempt(lambda data: None, key)
    attempt(lambda data: data.append(1), key)
    attempt(append_and_pop, key)
    attempt(lambda data: data.extend([1, 2]), key)
    attempt(lambda data: data.insert(0, 1), key)
    attempt(lambda data: data.__init__([5]), key)
    attempt(lambda data: data.__setitem__(slice(0, 0), [1, 2, 3]), key)
    attempt(lambda data: print(end="." if len(data) == 0 else "?"), key)
    attempt(lambda data: data.copy(), key)
    attempt(lambda data: data * 2, key)


class Deleter:
    def __init__(self, value, data):
        self.value, self.data = value, data

    def __del__(self):
        del self.data[:]
        self.data[:] = list(range(3))

    def __lt__(self, other):
        return self.value < other.value


data = list(range(10))
try:
    data.sort(key=lambda value: Deleter(value, data))
    print("sorted", data)
except ValueError as error:
    print(error)

# Tuples that iterators use again are seen by the collector again.
for make in (lambda: iter({None: []}.items()), lambda: reversed({None: []}.items()), lambda: enumerate([[]]),
             lambda: zip([[]]), lambda: zip([None], [[]], strict=True)):
    iterator = make()
    gc.collect()
    print(gc.is_tracked(next(iterator)))

# Built-in types are no part of cycles, classes are.
pair, own = (1, int, (None, len)), (1, type("C", (), {}))
gc.collect()
print(gc.is_tracked((lambda *items: items)(1, int)), gc.is_tracked(own))
shallow = (lambda *items: items)(1, int, 2.5)
gc.collect()
print(gc.is_tracked(shallow))
