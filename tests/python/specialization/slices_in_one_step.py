"""container[start:stop] in warm code: kinds of containers and bounds that the quick form knows, and those it does not."""


def cut(container, start, stop):
    return container[start:stop]


def head(container):
    return container[:3]


def tail(container):
    return container[-2:]


class Shown:
    def __getitem__(self, key):
        return type(key).__name__, key.start, key.stop, key.step


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value

    def __repr__(self):
        return f"Index({self.value})"


class OwnList(list):
    def __getitem__(self, key):
        return ("own", super().__getitem__(key))


for _ in range(50):
    cut([1, 2, 3], 0, 2)
    head("abcdef")
    tail((1, 2, 3))

containers = [[1, 2, 3, 4, 5], (1, 2, 3, 4, 5), "abcde", "äöü€\U0001F600", b"abcde", bytearray(b"abcde"), range(5),
              memoryview(b"abcde"), Shown(), OwnList([1, 2, 3, 4]), [], (), ""]
for container in containers:
    for start, stop in [(1, 3), (None, None), (-3, -1), (4, 2), (-100, 100), (2, None), (None, -2), (True, 3),
                        (0, 2**70), (-(2**70), 2), (Index(1), Index(3))]:
        result = cut(container, start, stop)
        print(bytes(result) if isinstance(result, memoryview) else result, end=" ")
    print()
    print(head(container) if not isinstance(container, memoryview) else bytes(head(container)))

whole = (1, 2, 3)
print(cut(whole, None, None) is whole, cut(whole, 0, 3) is whole, cut("abc", 0, 9) == "abc")
items = [1, 2]
print(cut(items, None, None) is items)

for container, start, stop in [([1], 1.5, 2), ("abc", "a", None), ({}, 0, 1), (5, 0, 1), (None, 1, 2)]:
    try:
        cut(container, start, stop)
    except TypeError as error:
        print(type(error).__name__, error, error.__traceback__.tb_next.tb_lineno)


class Shrinks:
    """A bound whose reading shortens the list."""

    def __init__(self, victim):
        self.victim = victim

    def __index__(self):
        self.victim.clear()
        return 1


victim = [1, 2, 3, 4]
print(cut(victim, Shrinks(victim), 4), victim)
