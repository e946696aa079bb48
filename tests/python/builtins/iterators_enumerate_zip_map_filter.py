"""enumerate, zip, map, filter, reversed: laziness, uneven ends, strict, pickling protocol, errors."""


def attempt(label, function):
    try:
        print(label, repr(function()))
    except Exception as error:
        print(label, type(error).__name__, error)


def loud(name, count):
    for i in range(count):
        print(f"[{name}{i}]", end=" ")
        yield i
    print(f"[{name} ends]", end=" ")


print(list(enumerate("abc")), list(enumerate("ab", 5)), list(enumerate("a", start=-1)), list(enumerate("ab", 2 ** 63)))
attempt("start type", lambda: enumerate("a", "b"))
attempt("no iterable", lambda: enumerate(5))
attempt("none", lambda: enumerate())
attempt("unknown", lambda: enumerate("a", stop=3))
print(list(zip()), list(zip("ab")), list(zip("abc", (1, 2), range(9))))
print(list(zip(loud("a", 3), loud("b", 2))))
print(list(zip(loud("b", 2), loud("a", 3))))
for columns in (("ab", "abc"), ("abc", "ab"), ("ab", "ab", "a"), ("", "a"), ("a", "b")):
    attempt(columns, lambda: list(zip(*columns, strict=True)))
attempt("zip number", lambda: zip("a", 5))
attempt("zip option", lambda: zip("a", other=5))
print(list(map(str, [1, 2])), list(map(lambda a, b: a * b, (2, 3), (4, 5, 6))), list(map(max, "ab", "ba", "zz")))
attempt("map one", lambda: map(str))
attempt("map not callable", lambda: list(map(5, [1])))
attempt("map fails", lambda: list(map(int, ["1", "x"])))
print(list(filter(None, [0, 1, "", "a", [], [0]])), list(filter(str.isdigit, "a1b2")))
attempt("filter one", lambda: filter(None))
attempt("filter fails", lambda: list(filter(lambda x: 1 / x, [1, 0])))
print(list(reversed([1, 2, 3])), list(reversed("ab")), list(reversed(range(3))), list(reversed({"a": 1, "b": 2})))
attempt("reversed set", lambda: reversed({1}))
attempt("reversed iterator", lambda: reversed(iter([])))


class Sequence:
    def __len__(self):
        return 3

    def __getitem__(self, index):
        print("get", index)
        return index * 10


class Disabled(Sequence):
    __reversed__ = None


print(list(reversed(Sequence())))
attempt("disabled", lambda: reversed(Disabled()))
for iterator in (enumerate("ab"), zip("ab", "cd"), map(str, "ab"), filter(None, "ab"), reversed("ab"), reversed([1])):
    print(type(iterator).__name__, iter(iterator) is iterator, next(iterator), end=" ")
    print(hasattr(iterator, "__length_hint__") and iterator.__length_hint__())
iterator = reversed([1, 2, 3])
print(iterator.__length_hint__(), next(iterator), iterator.__length_hint__(), list(iterator), next(iterator, "done"))
