# deque, defaultdict, _tuplegetter and _count_elements of _collections.
from _collections import _count_elements, _tuplegetter, defaultdict, deque


def show(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


d = deque([1, 2, 3], maxlen=3)
for bad in (
    lambda: deque(1), lambda: deque([], -1), lambda: deque([], "a"), lambda: d, lambda: d.maxlen, lambda: d.rotate("a"),
    lambda: deque().pop(), lambda: deque().popleft(), lambda: d.index(9), lambda: d.remove(9), lambda: d.insert(1, 2),
    lambda: d[5], lambda: d[-4], lambda: d["a"], lambda: d + [1], lambda: d * 2, lambda: d == [1], lambda: d < [1],
    lambda: deque([], 1, 2), lambda: deque(x=1), lambda: d.__setitem__(9, 1), lambda: d.__delitem__(9), lambda: d[1:2],
    lambda: hash(d), lambda: deque().__iadd__(1), lambda: 3 * deque("ab"), lambda: deque("ab", 3) * 5, lambda: deque("abc") * -1,
    lambda: deque("abc") < deque("abd"), lambda: deque("ab") < deque("abc"), lambda: deque("abc") >= deque("ab"),
    lambda: deque("abc") == deque("abc"), lambda: deque("abc") != deque("abc"), lambda: deque("abca").count("a"),
    lambda: deque("abcabc").index("c", 3), lambda: deque("abcabc").index("a", 1, 3), lambda: "z" in d, lambda: 2 in d,
    lambda: bool(deque()), lambda: len(d), lambda: list(reversed(d)), lambda: reversed(d).__length_hint__(),
):
    show(bad)
e = deque()
for i in range(50):
    e.append(i)
    e.appendleft(-i)
for i in range(20):
    e.pop()
    e.popleft()
print(e)
e.rotate(7)
print(e)
e.rotate(-100)
print(e)
e.reverse()
e.extend("ab")
e.extendleft("yz")
e.insert(3, "i")
e.insert(-2, "n")
e.insert(100, "e")
e.insert(-100, "s")
del e[4]
e[0] = "S"
e.remove("b")
print(e, e.copy() == e)
e.extend(e)
print(len(e))
e.clear()
print(e, deque("abc", 0), deque("abcdef", maxlen=2))
i = iter(d)
d.append(1)
show(lambda: next(i))
d.append(d)
print(d)
d.clear()


class Changes:
    def __eq__(self, other):
        f.append(0)
        return False


f = deque([Changes(), 1])
for bad in (lambda: 5 in f, lambda: f.index(5), lambda: f.count(5), lambda: f.remove(5)):
    show(bad)


class Sub(deque):
    pass


s = Sub([1, 2], 3)
s.x = 1
print(s, s.copy(), s * 2, s + s, s.__reduce__()[:3], s.__dict__)
match deque([1, 2]):
    case [a, b]:
        print("matched", a, b)

dd = defaultdict(int, a=1)
for bad in (
    lambda: dd, lambda: dd["x"], lambda: defaultdict(1), lambda: defaultdict()["a"], lambda: dd.copy(),
    lambda: dd | {"z": 1}, lambda: {"z": 1} | dd, lambda: dd | 1, lambda: defaultdict(None, 1), lambda: dd.default_factory,
    lambda: dd.__reduce__()[:4], lambda: dd == {"a": 1, "x": 0}, lambda: defaultdict(list, [(1, 2)], b=3),
):
    show(bad)


class DD(defaultdict):
    pass


x = DD(list)
x[1].append(x)
print(x, DD(int) | {1: 2}, x.__missing__(7))
x.default_factory = 5
show(lambda: x[99])
counts = {}
_count_elements(counts, "abracadabra")
print(counts)
_count_elements(dd, "aab")
print(dd)
show(lambda: _count_elements({}, 1))
show(lambda: _count_elements(1, [1]))
t = _tuplegetter(0, "doc")
for bad in (
    lambda: t, lambda: t.__reduce__(), lambda: t.__get__((1, 2)), lambda: t.__get__(1), lambda: t.__set__(1, 2),
    lambda: _tuplegetter(1), lambda: t.__doc__, lambda: t.__get__(()), lambda: t.__get__(None, int),
    lambda: _tuplegetter("a", "b"), lambda: t.__delete__(1),
):
    show(bad)
