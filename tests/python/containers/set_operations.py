"""set and frozenset: operators against methods, in place, comparison, hash, errors."""
a, b = {1, 2, 3}, {2, 3, 4}
print(a | b, a & b, a - b, a ^ b, a.union(b, [9], "x"[:0]), a.intersection([2], (2, 3)), a.difference([1], {2}), a.symmetric_difference([3, 5]))
print({1, 2} < a, a <= a, a < a, a > {1}, a >= {5}, a == {3, 2, 1}, a != b, a.issubset(range(9)), a.issuperset([]), a.isdisjoint([7]))
c = set(a)
c |= {10}
c &= {1, 2, 10}
c -= {1}
c ^= {2, 20}
print(c, c.add(5), c.discard(99), c.remove(5), c.update([1], {2}), c.difference_update([10]), sorted(c))
f = frozenset([1, 2])
print(f, f | {3}, {3} | f, type(f | {3}).__name__, type({3} | f).__name__, hash(f) == hash(frozenset([2, 1])), {f: "key"}[frozenset([2, 1])])
print(f in {f}, {1, 2} in {f}, f == {1, 2}, frozenset(f) is f, f.copy() is f, frozenset(), set(), {*()}, repr({frozenset()}))
print(len({1, 1.0, True, 1 + 0j}), {0, False} == {0}, set("hello") == set("ohell"), {float("nan")} == {float("nan")})
for call in (lambda: {[]}, lambda: a | [1], lambda: a & "x", lambda: a - (1,), lambda: a.remove(9), lambda: set().pop(), lambda: hash(a),
             lambda: a < [1], lambda: set(5), lambda: a.add([]), lambda: f.add(1), lambda: a.union(5), lambda: a.update(1), lambda: {}.add(1),
             lambda: a.remove({7}), lambda: a[0], lambda: a + b, lambda: frozenset(1, 2), lambda: a.__ior__([1])):
    try:
        print(call())
    except (TypeError, KeyError, AttributeError) as error:
        print(type(error).__name__, error)
try:
    for n in a:
        a.add(n + 100)
except RuntimeError as error:
    print(error)


class S(set):
    pass


print(S([1]), S([1]) | {2}, type(S() & S()).__name__, type(S().copy()).__name__, S([1]) == {1}, type({1} | S()).__name__)
