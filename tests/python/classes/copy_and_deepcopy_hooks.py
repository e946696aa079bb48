"""copy and deepcopy: __copy__, __deepcopy__, __reduce_ex__, __getstate__, memo, cycles, slots, subclasses of
containers."""
import copy


class Hooks:
    def __init__(self, x): self.x = x
    def __copy__(self): return Hooks(("copied", self.x))
    def __deepcopy__(self, memo): memo["seen"] = True; return Hooks(("deep", copy.deepcopy(self.x, memo)))


class State:
    def __init__(self, a): self.a, self.hidden = a, "secret"
    def __getstate__(self): return {"a": self.a}
    def __setstate__(self, state): self.__dict__.update(state, restored=True)


class NewArgs(tuple):
    def __new__(cls, a, b): return super().__new__(cls, (a, b))
    def __getnewargs__(self): return self[0], self[1]


class Kw:
    def __new__(cls, *, k): self = object.__new__(cls); self.k = k; return self
    def __getnewargs_ex__(self): return (), {"k": self.k}


class Reduce:
    def __init__(self, n): self.n = n
    def __reduce__(self): return Reduce, (self.n + 1,), {"extra": [1]}


class Slots:
    __slots__ = ("p", "q")


class L(list):
    pass


class D(dict):
    pass


h = Hooks([1])
print(copy.copy(h).x, copy.deepcopy(h).x)
s = copy.copy(State([1]))
print(s.__dict__, copy.deepcopy(State([2])).__dict__)
print(copy.copy(NewArgs(1, [2])), copy.deepcopy(Kw(k=[1])).k, vars(copy.copy(Reduce(1))),
      vars(copy.deepcopy(Reduce(5))))
slots = Slots()
slots.p = [1]
other = copy.deepcopy(slots)
print(other.p, other.p is slots.p, hasattr(other, "q"))
l = L([1, [2]])
l.attr = l
c = copy.deepcopy(l)
print(c, c.attr is c, type(c).__name__, copy.copy(l).attr is l)
d = D(a=1)
d["self"], d.x = d, "attr"
c = copy.deepcopy(d)
print(c["self"] is c, c.x, type(c).__name__)
shared = [1]
pair = copy.deepcopy([shared, shared, (shared,), {"k": shared}, {1: (2, [shared])}])
print(pair[0] is pair[1] is pair[2][0] is pair[3]["k"] is pair[4][1][1][0], pair[0] is shared)
for value in (1, "s", None, (1, 2), (1, [2]), frozenset([1]), len, Slots, 1.5, b"b", range(3), ..., slice(1),
              lambda: 0, type, copy, {1}, bytearray(b"x"), property(), (), ((),)):
    try:
        print(type(value).__name__, copy.copy(value) is value, copy.deepcopy(value) is value, end="; ")
    except Exception as error:
        print(type(value).__name__, type(error).__name__, error, end="; ")
print()
t = ([],)
t[0].append(t)
u = copy.deepcopy(t)
print(u[0][0] is u, u is not t)
for bad in ((x for x in ""), open(__file__)):
    try:
        copy.copy(bad)
    except TypeError as error:
        print(error)
class Wrong:
    def __reduce_ex__(self, protocol): return 5
class Wrong2:
    def __reduce_ex__(self, protocol): return "global name"
class Fails:
    def __deepcopy__(self, memo): raise KeyError("deep")
for value in (Wrong(), Wrong2(), [Fails()]):
    try:
        print(copy.deepcopy(value) is value)
    except Exception as error:
        print(type(error).__name__, error)
