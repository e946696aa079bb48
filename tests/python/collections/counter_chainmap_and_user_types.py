"""Counter arithmetic, ChainMap layers, OrderedDict moves and comparison, UserDict, UserList, UserString,
defaultdict."""
import copy
import pickle
from collections import ChainMap, Counter, UserDict, UserList, UserString, defaultdict


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


a, b = Counter("abracadabra"), Counter(a=3, b=-2, z=0)
print(a, b, a + b, a - b, a & b, a | b, +b, -b, a.most_common(2), a.most_common(), a.total(),
      list(b.elements()), a["missing"], "missing" in a)
a.update("zz", q=1), a.subtract({"a": 10})
print(a, Counter(a=1) == Counter(a=1, b=0), Counter(a=1) <= Counter(a=2), Counter(a=1) < Counter(a=1),
      Counter(a=3) >= {"a": 1} if False else "", Counter([1, 1, 2])[1], Counter({"x": 5}) - Counter(x=7))
for action in (lambda: Counter(1), lambda: Counter([[]]), lambda: Counter.fromkeys("ab"),
               lambda: Counter("a", "b"), lambda: Counter("a") + {"a": 1}, lambda: Counter("a") <= 5,
               lambda: Counter(a="x").total(), lambda: Counter(a=1.5) + Counter(a=1),
               lambda: list(Counter(a=1.5).elements()), lambda: Counter("ab").popitem(), lambda: Counter(None),
               lambda: Counter(self=1, iterable=2)):
    attempt(action)
c = Counter("aab")
c += Counter("b")
del c["nothing"]
print(c, copy.copy(c), c.copy(), pickle.loads(pickle.dumps(c)), repr(Counter()), dict(c))
m = ChainMap({"a": 1}, {"a": 2, "b": 3}, {"c": 4})
print(m, m["a"], m["b"], list(m), len(m), dict(m), m.parents, m.new_child({"a": 0})["a"], m.new_child(z=9)["z"],
      "c" in m, m.get("x", "d"), bool(ChainMap()))
m["b"] = "shadow"
print(m.maps, m.pop("b"), m["b"])
for action in (lambda: m.pop("c"), lambda: m["nope"], lambda: m.__delitem__("c"), lambda: ChainMap().popitem(),
               lambda: m | {"n": 1}, lambda: {"n": 1} | m, lambda: m | 5, lambda: ChainMap.fromkeys("ab", 1),
               lambda: m == dict(m), lambda: sorted(m.items())):
    attempt(action)
d = defaultdict(list, {"a": [1]})
d["b"].append(2)
print(d, d.get("zz"), "zz" in d, d.default_factory, copy.copy(d), d | {"c": 1}, type({} | d).__name__,
      defaultdict(None, a=1))
for action in (lambda: defaultdict(5), lambda: defaultdict()["x"], lambda: defaultdict(lambda: 1 / 0)["x"],
               lambda: defaultdict(int)[[]], lambda: defaultdict(list, 5),
               lambda: defaultdict(int).__missing__("k"), lambda: defaultdict(lambda x: x)["a"],
               lambda: pickle.loads(pickle.dumps(d)), lambda: repr(defaultdict(d)) if False else 0):
    attempt(action)
class U(UserDict):
    def __missing__(self, key): return "missing"
    def __setitem__(self, key, value): super().__setitem__(key, value * 2)
u = U({"a": 1}, b="x")
print(u, u["zz"], u.get("zz"), "zz" in u, u.data, u | {"c": 1}, u.pop("a"), copy.copy(u), U.fromkeys("pq", 3),
      u == {"b": "xx"})
l, s = UserList([3, 1, 2]), UserString("text")
l.sort(), l.append(0)
print(l, l + [9], [9] + l, l[1:], l * 2, l == [1, 2, 3, 0], sorted(l), s + "!", "!" + s, s * 2, s[1:],
      s.upper(), s == "text", "ex" in s, "%s" % s, hash(s) == hash("text"), s.encode(),
      [type(v).__name__ for v in (l[1:], s[1:], s.upper(), s.split())])
