"""deque: maxlen, rotation, changes while iterating, insert into full ones, slices refused, comparison,
copies, errors."""
import copy
import pickle
from collections import deque


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


d = deque("abcdef", maxlen=4)
print(d, d.maxlen, deque(), deque([1], 0), deque(maxlen=2), deque(range(100), 3))
d.append("x"), d.appendleft("y")
print(d, d.pop(), d.popleft(), d)
d.extend("123"), d.extendleft("456")
print(d, len(d), d[0], d[-1], d.count("4"), "4" in d, d.index("5"))
for n in (0, 1, -1, 3, 10, -7, 2 ** 40 + 1):
    d.rotate(n)
    print("".join(d), end=" ")
print()
for action in (lambda: deque([1, 2], -1), lambda: deque([1, 2], "a"), lambda: deque(5), lambda: deque([], 1, 2),
               lambda: deque(maxlen=2 ** 70), lambda: d[9], lambda: d["a"], lambda: d[1:2], lambda: d.pop(0),
               lambda: deque().pop(),
               lambda: deque().popleft(), lambda: d.remove("zz"), lambda: d.index("zz"),
               lambda: d.index("4", 3), lambda: d.insert(1, "full"), lambda: d.rotate("x"),
               lambda: d.rotate(1.5), lambda: setattr(d, "maxlen", 5), lambda: hash(d), lambda: d + [1],
               lambda: d * 2, lambda: 2 * deque([1, 2]),
               lambda: d + deque("zz"), lambda: d < deque("z"), lambda: d == list(d),
               lambda: deque([1, 2]) == deque([1, 2], 5), lambda: d.__getitem__(-5), lambda: d.__delitem__(77),
               lambda: d < [1], lambda: deque([1]) * -1, lambda: deque("ab", 3) * 3, lambda: deque[int],
               lambda: d.append(), lambda: d.reverse(1)):
    attempt(action)
d = deque(range(10))
for action in (d.append, d.appendleft, lambda x: d.pop(), lambda x: d.rotate(1), lambda x: d.clear(),
               lambda x: d.__setitem__(0, 5), lambda x: d.remove(x), lambda x: d.reverse()):
    d = deque(range(5))
    try:
        for x in d:
            action(x)
        print("finished", d)
    except RuntimeError as error:
        print(error, len(d))
d = deque(range(5))
d.insert(2, "two"), d.insert(-1, "end"), d.insert(100, "far"), d.insert(-100, "front")
print(d)
del d[0], d[-1]
d[1] = "set"
d.reverse()
print(d, list(reversed(d)), d.copy(), copy.copy(d) == d, copy.deepcopy(d) is d,
      pickle.loads(pickle.dumps(deque("ab", 5))))
d += "xy"
d *= 2
print(d, bool(deque()), deque(d, 3))
d = deque([1, 2])
d.append(d)
print(d, repr(deque([deque([1], 3)])))
d.extend(deque([1, 2])), d.pop()
e = deque("ab")
e.extend(e), e.extendleft(e)
print("".join(e), iter(e).__length_hint__(), iter(e).__reduce__()[1][1:])
class D(deque):
    def __init__(self, *a): super().__init__(*a); self.extra = 1
print(D("ab"), D("ab").copy(), type(D("a") + D("b")).__name__, pickle.loads(pickle.dumps(D("xy"))).extra)
class Eq:
    def __eq__(self, other): m.clear(); return False
m = deque([Eq(), Eq(), Eq()])
attempt(lambda: m.index(1))
m = deque([Eq(), Eq(), Eq()])
attempt(lambda: m.count(1))
m = deque([Eq(), Eq()])
attempt(lambda: m.remove(1))
big = deque(range(1000))
[big.rotate(37) or big.popleft() for _ in range(900)]
print(list(big)[::9])
