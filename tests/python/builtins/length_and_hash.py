"""len and hash: bad returns, huge lengths, hash equal for equal numbers, unhashable types."""


def attempt(label, function):
    try:
        print(label, repr(function()))
    except Exception as error:
        print(label, type(error).__name__, error)


class Length:
    def __init__(self, value):
        self.value = value

    def __len__(self):
        return self.value


for value in (0, 5, True, -1, 2 ** 62, 2 ** 63, 2 ** 70, -(2 ** 70), 1.0, "5", None):
    attempt(f"len {value!r}", lambda: len(Length(value)))
attempt("none", lambda: len())
attempt("int", lambda: len(5))
attempt("class", lambda: len(Length))
attempt("bool of it", lambda: bool(Length(2 ** 63)))


class Hash:
    def __init__(self, value):
        self.value = value

    def __hash__(self):
        return self.value


for value in (0, -1, -2, 2 ** 61 - 1, 2 ** 61, 2 ** 64, -(2 ** 64), True, 1.0, "x", None):
    attempt(f"hash {value!r}", lambda: hash(Hash(value)))

print(hash(1) == hash(1.0) == hash(1 + 0j) == hash(True), hash(2 ** 61 - 1), hash(-(2 ** 61 - 1)), hash(2 ** 61))
print(hash(0.5), hash(-0.5), hash(1e300), hash(float("inf")), hash(float("-inf")), hash(-1), hash(-1.0), hash(-2))
print(hash(3 + 4j), hash(-1j), hash(()), hash((1, 2, 3)), hash((1, (2, (3,)))), hash(None) == hash(None))
print(hash(frozenset()), hash(frozenset([1, 2, 3])) == hash(frozenset([3, 2, 1])), hash("") == 0, hash(b"") == 0)
print(hash("a") == hash("a"), hash(b"abc") == hash(memoryview(b"abc")), hash(range(0)) == hash(range(5, 5)))
for value in ([], {}, set(), bytearray(), slice(1), {}.keys(), memoryview(bytearray(b"x")), ([],), (1, {})):
    attempt(type(value).__name__, lambda: hash(value))


class EqualOnly:
    def __eq__(self, other):
        return True


class Child(EqualOnly):
    __hash__ = object.__hash__


attempt("equal without hash", lambda: hash(EqualOnly()))
print(EqualOnly.__hash__, isinstance(hash(Child()), int))
attempt("as key", lambda: {EqualOnly(): 1})
attempt("in set", lambda: {EqualOnly()})
