"""Truth of every kind of value, `and`/`or`/`not` results, __bool__ before __len__, errors in either, short circuits."""
values = [0, 1, -1, 0.0, -0.0, 0j, 1e-300, "", " ", b"", b"\0", (), (0,), [], [[]], {}, {0: 0}, set(), frozenset({0}), None, ..., NotImplemented,
          range(0), range(5, 5), range(1), type, lambda: 0, bytearray(), memoryview(b""), memoryview(b"x"), {}.keys(), {1: 1}.items()]
import warnings
warnings.simplefilter("ignore")
print("".join("1" if value else "0" for value in values))


class Sized:
    def __init__(self, size):
        self.size = size

    def __len__(self):
        return self.size


class Both(Sized):
    def __bool__(self):
        return True


class Plain:
    pass


for value in (Sized(0), Sized(3), Both(0), Plain()):
    print(bool(value), not value, value and 1, value or 2)


def failing(size):
    try:
        return bool(Sized(size))
    except Exception as error:
        return f"{type(error).__name__}: {error}"


for size in (-1, "a", 1.0, None, 2 ** 100, True):
    print(repr(size), failing(size))


class Wrong:
    def __init__(self, result):
        self.result = result

    def __bool__(self):
        return self.result


for result in (1, None, "x", [], True, False):
    try:
        print(bool(Wrong(result)))
    except TypeError as error:
        print(error)


class Blocked:
    __bool__ = None


try:
    if Blocked():
        pass
except TypeError as error:
    print(error)


def say(value):
    print(f"<{value!r}>", end="")
    return value


for left in (0, 1):
    for middle in ("", "m"):
        for right in ([], [1]):
            results = (say(left) and say(middle) or say(right), say(left) or say(middle) and say(right), not (say(left) and say(middle)))
            print(results)
print(1 if 0 else 2 if 0 else 3, (1 if 1 else 2) if 0 else 4, [x if x % 2 else -x for x in range(4)])
print(1 and 2 and 3, 1 and 0 and 3, 0 or "" or [], 0 or 0.0 or None or "last", not not 5, not 0 == 1, (not 0) == 1)
instance = Plain()
instance.__bool__ = lambda: False
print(bool(instance))
Plain.__bool__ = lambda self: False
print(bool(instance))
del Plain.__bool__
Plain.__len__ = lambda self: 0
print(bool(instance))
