"""slice and range objects: indices, comparison, indexing, slicing of ranges, huge ranges."""


def attempt(label, function):
    try:
        print(label, repr(function()))
    except Exception as error:
        print(label, type(error).__name__, error)


print(slice(3), slice(1, 2), slice(1, 2, 3), slice(None), slice("a", b"b"), slice(1).start, slice(1, 5, 2).step)
print(slice(1, 2) == slice(1, 2, None), slice(1) < slice(2), slice(1, 2) != slice(1, 3))
for piece in (slice(None), slice(2, -1), slice(-3, None), slice(None, None, -1), slice(10, 0, -3), slice(-100, 100), slice(5, 2)):
    print(piece, piece.indices(6), list(range(6))[piece])
attempt("zero step", lambda: slice(1, 2, 0).indices(5))
attempt("negative length", lambda: slice(1).indices(-1))
attempt("type", lambda: slice("a").indices(5))
attempt("empty", lambda: slice())
attempt("four", lambda: slice(1, 2, 3, 4))
attempt("keyword", lambda: slice(start=1))
attempt("assign", lambda: setattr(slice(1), "stop", 2))
print(slice(10 ** 30, None).indices(10 ** 31))

print(range(5), range(2, 5), range(5, 2, -1), range(0, 10, 3), list(range(0)), len(range(10, 0, -3)), range(True))
attempt("zero step", lambda: range(1, 2, 0))
attempt("float", lambda: range(1.0))
attempt("none", lambda: range())
attempt("keyword", lambda: range(stop=5))
numbers = range(10, 50, 5)
print(numbers[0], numbers[-1], numbers[2:5], numbers[::-1], numbers[::-2], numbers[5:2], numbers[-2:], numbers[::3])
attempt("index", lambda: numbers[8])
attempt("negative index", lambda: numbers[-9])
attempt("index type", lambda: numbers["a"])
print(15 in numbers, 16 in numbers, 15.0 in numbers, "a" in numbers, True in range(2), numbers.index(20), numbers.count(20), numbers.count(7))
attempt("not there", lambda: numbers.index(7))
print(range(0) == range(2, 2), range(0, 3, 2) == range(0, 4, 2), range(3) == [0, 1, 2], hash(range(1)) == hash(range(0, 1, 9)))
huge = range(10 ** 20, 10 ** 21, 10 ** 19)
print(len(huge), huge[3], huge[-1], 10 ** 20 + 10 ** 19 in huge, huge.index(10 ** 20), list(huge)[:2], list(reversed(huge))[:1])
attempt("too long", lambda: len(range(10 ** 30)))
print(range(10 ** 30)[10 ** 29], bool(range(10 ** 30)), range(10 ** 30)[5:10])
print(numbers.start, numbers.stop, numbers.step)
attempt("assign", lambda: setattr(numbers, "start", 1))
iterator = iter(range(3))
print(next(iterator), iterator.__length_hint__(), list(iterator), iterator.__length_hint__(), next(iterator, None))
print(list(iter(range(2 ** 63, 2 ** 63 + 2))), type(iter(range(2 ** 63, 2 ** 63 + 2))).__name__)
