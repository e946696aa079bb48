"""bytearray() from an iterator takes one item at a time: what runs between two items sees the array grow."""


def attempt(action):
    try:
        return action()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


array = bytearray(b"abcdef")


def looking():
    yield 1
    print(array)
    array.append(7)
    yield 2
    print(array)
    yield 300


print(attempt(lambda: array.__init__(looking())), array)


def exporting():
    yield 1
    view = memoryview(array)
    print(attempt(lambda: array.append(0)))
    view.release()
    yield 2


print(attempt(lambda: array.__init__(exporting())), array)


def restarting():
    yield 5
    print(array)
    array.clear()
    yield 6
    array.__init__(b"zz")
    yield 9


print(attempt(lambda: array.__init__(restarting())), array)


class Listed(list):
    def __iter__(self):
        return iter([7, 8])


class Growing:
    def __init__(self, values):
        self.values = values

    def __index__(self):
        if len(self.values) < 5:
            self.values.append(len(self.values))
        return 3


print(attempt(lambda: array.__init__(Listed([1, 2]))), array)
values = []
values.append(Growing(values))
print(attempt(lambda: array.__init__(values)), array)
for source in ({1: 2, 3: 4}, range(3), "text", 3, -1, 1.5, None, [1, "x"], memoryview(b"mm"), map(ord, "ab"), array):
    print(type(source).__name__, attempt(lambda: array.__init__(source)), array)

array.__init__(b"ab")
view = memoryview(array)
print(attempt(lambda: array.__init__()), attempt(lambda: array.__init__(b"cd")), array)
view.release()
print(attempt(lambda: array.__init__(iter([1, 2, 3]))), array)
