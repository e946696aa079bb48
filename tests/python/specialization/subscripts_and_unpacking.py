"""Subscripts and unpacking at one place with containers and indices of every kind."""


def get(container, key):
    return container[key]


def put(container, key, value):
    container[key] = value


def pair(sequence):
    a, b = sequence
    return b, a


def triple(sequence):
    a, b, c = sequence
    return c, b, a


class Lists(list):
    def __getitem__(self, key):
        return "Lists", key

    def __setitem__(self, key, value):
        print("Lists set", key, value)

    def __iter__(self):
        return iter("xy")


class Mapping(dict):
    def __missing__(self, key):
        return "missing", key


class Index:
    def __index__(self):
        return 1


class Python:
    def __getitem__(self, key):
        return "Python", key


class Angry:
    def __hash__(self):
        return hash("a")

    def __eq__(self, other):
        raise ValueError("no comparison")


def attempt(function, *arguments):
    try:
        print(function.__name__, function(*arguments))
    except Exception as error:
        print(function.__name__, type(error).__name__, error)


CONTAINERS = [[1, 2, 3], (4, 5, 6), "abc", "\xe9\u20ac", {0: "zero", -1: "minus", True: "one"}, Lists("pq"), Mapping(a=1),
              Python(), b"xyz", range(10, 20), 5, None, {Angry(): 3}]
KEYS = [0, -1, 2, 3, -4, True, Index(), "a", 2**70, 1.0, slice(1), Angry(), []]
for warm in ([1, 2, 3], (1, 2, 3), "abc", {0: 1}, Python()):
    for _ in range(60):
        get(warm, 0)
    for container in CONTAINERS:
        for key in KEYS:
            attempt(get, container, key)
for warm in ([1, 2, 3], {0: 1}):
    for _ in range(60):
        put(warm, 0, "w")
    for container in ([1, 2, 3], {0: "zero"}, Lists("pq"), Mapping(), (1, 2), "ab"):
        for key in (0, -1, 5, "a", Index(), slice(0, 1), []):
            attempt(put, container, key, (7,))
        print(container)
for warm in ((1, 2), [1, 2], (1, 2, 3), [1, 2, 3]):
    for _ in range(60):
        (pair if len(warm) == 2 else triple)(warm)
    for sequence in ((1, 2), [3, 4], "ab", (1,), [1, 2, 3], (1, 2, 3), Lists("pq"), {1: 2, 3: 4}, (i for i in range(2)),
                     range(3), 5, iter([1, 2, 3, 4])):
        attempt(pair, sequence)
        attempt(triple, sequence)
Python.__getitem__ = lambda self, key, more=1: ("changed", key, more)
attempt(get, Python(), 1)
Python.__getitem__ = lambda self: None
attempt(get, Python(), 1)
del Python.__getitem__
attempt(get, Python(), 1)
