"""Counter, OrderedDict, ChainMap, namedtuple, deque, defaultdict, UserDict."""
from collections import ChainMap, Counter, OrderedDict, UserDict, defaultdict, deque, namedtuple

c = Counter("abracadabra")
c.update("aaa")
c.subtract({"b": 5, "z": 1})
print(c, c.most_common(2), +c, -c, c + Counter(a=1), c & Counter(a=2, r=9), c | Counter(q=1), c["none"], c.total(), sorted(c.elements())[:3], Counter(a=1) <= Counter(a=2))
o = OrderedDict(a=1, b=2, c=3)
o.move_to_end("a")
o.move_to_end("c", last=False)
print(o, o.popitem(), o.popitem(last=False), o, OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == {"b": 2, "a": 1}, list(reversed(OrderedDict(x=1, y=2))))
m = ChainMap({"a": 1}, {"a": 2, "b": 3})
m["c"] = 9
print(m, m["a"], m["b"], m.maps[0], m.parents, m.new_child({"b": 0})["b"], sorted(m), len(m))
P = namedtuple("P", "x y z", defaults=[0, 1])
p = P(5)
print(p, p.x, p._replace(y=7), p._asdict(), P._fields, P._field_defaults, P._make("abc"), p == (5, 0, 1), namedtuple("R", "a def a", rename=True)._fields)
d = deque([1, 2, 3], maxlen=3)
d.append(4)
d.appendleft(0)
d.rotate(1)
print(d, d.maxlen, d.index(2), d.count(0), d[0], d[-1], list(reversed(d)), deque("ab") + deque("c"), deque([1]) * 3, d.extendleft("xy"), d)
f = defaultdict(list, a=[1])
f["b"].append(2)
print(f, f.default_factory, dict(f), "zz" in f, f.get("zz"), defaultdict(int) | {"a": 1})


class Lower(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)


u = Lower(A=1)
u.update(B=2)
print(u, u["a"], "b" in u, {**u}, u | {"C": 3})
for call in (lambda: P(), lambda: P(1, 2, 3, 4), lambda: P(q=1), lambda: setattr(p, "x", 1), lambda: namedtuple("Q", "a a"), lambda: namedtuple("Q", "class"),
             lambda: namedtuple("1", "a"), lambda: p._replace(q=1), lambda: deque([1], -1), lambda: deque().pop(), lambda: deque([1])[3], lambda: OrderedDict().popitem(),
             lambda: o.move_to_end("none"), lambda: m["none"], lambda: defaultdict(5), lambda: defaultdict()["x"], lambda: deque([1]).remove(2), lambda: m.pop("b")):
    try:
        print(call())
    except (TypeError, ValueError, AttributeError, IndexError, KeyError) as error:
        print(type(error).__name__, error)
