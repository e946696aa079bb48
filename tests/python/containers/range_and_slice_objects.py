"""range and slice objects: construction, indexing, containment, equality, huge values, indices(),
immutability."""


def attempt(function, *args):
    try:
        return function(*args)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


class Index:
    def __init__(self, value): self.value = value
    def __index__(self): return self.value


for args in ((5,), (2, 5), (5, 2), (0, 10, 3), (10, 0, -3), (0, -5), (0,), (-3,), (True, 3),
             (Index(1), Index(4)), (2 ** 70, 2 ** 70 + 3),
             (0, 10 ** 30, 10 ** 29), (), (1, 2, 3, 4), (1, 2, 0), (1.5,), ("5",), (None,), (1, None),
             (1, 2, 1.0), (Index("x"),)):
    r = attempt(range, *args)
    print([a if isinstance(a, (int, str, float, type(None))) else "I" for a in args], r, end=" ")
    if isinstance(r, range):
        print(len(r), list(r)[:4], bool(r), r[:2], r[::-1], attempt(lambda: r[0]), attempt(lambda: r[-1]),
              r.start, r.stop, r.step, hash(r) == hash(range(*args)))
    else:
        print()
r = range(0, 20, 3)
for key in (0, -1, 6, 7, -8, 2 ** 70, True, Index(2), "a", 1.0, None, slice(1, 3), slice(None, None, -2),
            slice(5, 1), slice(-100, 100), slice(1, 2, 0), (1, 2)):
    print(attempt(lambda: r[key]), end=" | ")
print()
for x in (3, 4, -3, 21, 3.0, 3.5, True, "3", None, 2 ** 70, 3 + 0j, Index(3)):
    print(x in r, r.count(x), attempt(r.index, x), end="; ")
class IntChild(int):
    def __eq__(self, other): return True
    __hash__ = int.__hash__
print(IntChild(4) in r, r.count(IntChild(99)) if len(r) else 0)
print(range(0) == range(2, 1), range(1, 5, 3) == range(1, 6, 3), range(3) == [0, 1, 2],
      range(1) == range(0, 1, 7), range(3) != range(4), attempt(lambda: range(3) < range(4)))
for action in (lambda: setattr(r, "start", 1), lambda: r.__setitem__(0, 1), lambda: r.append(1), lambda: r + r,
               lambda: r * 2, lambda: len(range(2 ** 63)), lambda: range(2 ** 63)[2 ** 63 - 1],
               lambda: range(2 ** 100).index(2 ** 99), lambda: 2 ** 99 in range(0, 2 ** 100, 2),
               lambda: len(range(-2 ** 62, 2 ** 62 - 1)), lambda: type("R", (range,), {}),
               lambda: range(stop=3), lambda: hash(range(2 ** 100)) == hash(range(2 ** 100)),
               lambda: next(iter(range(2 ** 64, 2 ** 64 + 2))),
               lambda: list(reversed(range(2 ** 64, 2 ** 64 + 3))), lambda: iter(range(5)).__length_hint__(),
               lambda: iter(range(5)).__reduce__()[1], lambda: list(range(5, 0, -2)),
               lambda: next(reversed(range(0)))):
    print(attempt(action))
for args in ((1,), (1, 2), (1, 2, 3), (None,), ("a", "b"), (), (1, 2, 3, 4), ([], {}, ())):
    s = attempt(slice, *args)
    print(s, end=" ")
    if isinstance(s, slice):
        print(s.start, s.stop, s.step, [attempt(s.indices, n) for n in (0, 5, 100, -1, 2 ** 70, "x")],
              s == slice(*args), attempt(hash, s))
    else:
        print()
for s in (slice(None), slice(-1, None), slice(None, None, -1), slice(-100, 100, 7), slice(100, -100, -7),
          slice(Index(1), Index(5)), slice(None, None, 0), slice(1.5), slice(2 ** 70, -2 ** 70, -1),
          slice(None, None, 2 ** 70), slice(None, None, -2 ** 70)):
    print([attempt(s.indices, n) for n in (0, 1, 10)])
print(slice(1, 2) < slice(1, 3), slice(1) == slice(1, None), slice(1) != slice(2),
      attempt(lambda: slice(1) < slice("a")), attempt(lambda: setattr(slice(1), "stop", 2)),
      attempt(lambda: type("S", (slice,), {})), slice(1, 2, 3).__reduce__()[1], slice(1) == (None, 1, None))
