"""set and frozenset: methods, operators, order of items, hash, errors."""


def show(action):
    try:
        print(repr(action()))
    except BaseException as error:
        print(type(error).__name__, error)


s = set(range(0, 100, 7))
print(s, len(s), 14 in s, 15 in s)
print(set(), frozenset(), frozenset([1]), {1, 2})
for name in ("union", "intersection", "difference", "symmetric_difference"):
    for other in ([1, 7, 14], {7, 8}, frozenset([14]), {21: 0, 22: 0}, range(0, 50)):
        print(name, sorted(getattr(s, name)(other)))
print(sorted(s.union()), s.intersection() == s, s.difference() == s, s.union([1], [2]) > s)
print(s.issubset(range(200)), s.issuperset([7, 14]), s.isdisjoint([1]), s.isdisjoint([7]))
t = s.copy()
t.add(1)
t.discard(999)
t.remove(7)
show(lambda: t.remove(7))
show(lambda: set().pop())
show(lambda: set([[]]))
show(lambda: set(5))
show(lambda: set(1, 2))
show(lambda: set(x=1))
show(lambda: frozenset(x=1))
show(lambda: s | [1])
show(lambda: s < [1])
show(lambda: hash(s))
print(hash(frozenset([1, 2, 3])), hash(frozenset()) == hash(frozenset([])))
u = {1, 2, 3}
u |= {4}
u &= {2, 3, 4}
u ^= {4, 5}
u -= {2}
print(u, {1} < {1, 2}, {1} <= {1}, {2} > set(), {1} == frozenset([1]), {1} != {2})
print({frozenset([1])} == {frozenset([1])}, {1} in {frozenset([1])})
w = {frozenset([1])}
w.remove({1})
print(w)
u.update([1], (2,), {3: 4})
u.intersection_update([1, 2, 3], [2, 3])
u.difference_update([2])
u.symmetric_difference_update([3, 4, 4])
print(u)
popped = set("abc")
popped.clear()
print(popped)
numbers = set(range(20))
print([numbers.pop() for _ in range(20)], numbers)


class Sub(set):
    pass


print(type(Sub() | {1}), type(Sub() & {1}), type(Sub().copy()), Sub([1]), type(Sub().union()))
print(set([1]).__reduce__(), frozenset([1]).__reduce__())


def grow():
    x = {1}
    for item in x:
        x.add(item + 1)


show(grow)
it = iter({1, 2, 3})
print(it.__length_hint__(), next(it), it.__length_hint__(), it.__reduce__()[1], list(it))
frozen = frozenset([1])
print(frozenset(frozen) is frozen, frozen.copy() is frozen)
print([n for n in {1000003, 5, 17, 2**70, -1, 2.5}])
c = set(range(100))
for n in range(95):
    c.discard(n)
print(c, c | {1}, [x for x in c])
