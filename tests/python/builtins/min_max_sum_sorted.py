"""min, max, sum, sorted: keys, defaults, ties, start values, stability, errors from comparisons."""


def attempt(label, function):
    try:
        print(label, repr(function()))
    except Exception as error:
        print(label, type(error).__name__, error)


print(min(3, 1, 2), max([3, 1, 2]), min("hello"), max({"a": 1, "b": 0}), min([], default=None), max((), default=0))
print(min(["bb", "a", "cc"], key=len), max(["bb", "a", "cc"], key=len), max(1, 1.0), min(1.0, 1), max([True, 1]))
print(min([[2], [1, 5], [1]]), max(3, -4, key=abs), min(3, -4, key=None))
attempt("empty", lambda: min([]))
attempt("empty max", lambda: max(iter(())))
attempt("none", lambda: max())
attempt("not iterable", lambda: max(5))
attempt("mixed", lambda: max([1, "a"]))
attempt("default with many", lambda: max(1, 2, default=3))
attempt("unknown", lambda: max([1], cmp=3))
attempt("key not callable", lambda: max([1, 2], key=3))
attempt("nan first", lambda: max(float("nan"), 1))
attempt("nan second", lambda: max(1, float("nan")))

print(sum([]), sum([1, 2.5]), sum([[1], [2]], []), sum((1, 2), 10), sum([1, 2], start=100), sum([True, True]), sum([0.1] * 10))
print(sum([2 ** 62, 2 ** 62, 1]), sum([1j, 2]), sum([(1,), (2,)], ()))
attempt("strings", lambda: sum(["a", "b"], ""))
attempt("bytes", lambda: sum([b"a"], b""))
attempt("bytearray", lambda: sum([], bytearray()))
attempt("string element", lambda: sum(["a"]))
attempt("not iterable", lambda: sum(5))
attempt("list", lambda: sum([[1]]))

words = ["banana", "Apple", "cherry", "apple", "Banana"]
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=str.lower, reverse=True), sorted(words, reverse=True))
print(sorted([(1, "b"), (0, "a"), (1, "a")], key=lambda pair: pair[0]), sorted({3: 1, 1: 2}), sorted("hello"), sorted(()))
attempt("mixed", lambda: sorted([1, "a"]))
attempt("bad key", lambda: sorted([1], key=5))
attempt("key fails", lambda: sorted([1, 0], key=lambda x: 1 / x))
attempt("reverse type", lambda: sorted([1, 2], reverse="yes"))
attempt("complex", lambda: sorted([1j, 2j]))


class Counted:
    compared = 0

    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        Counted.compared += 1
        return self.value < other.value


items = [Counted(value * 7 % 50) for value in range(50)]
print([item.value for item in sorted(items)] == sorted(item.value for item in items), Counted.compared < 300)
Counted.compared = 0
sorted(Counted(i) for i in range(100))
print(Counted.compared)
