"""__dict__: replaced, deleted, of the wrong type, shared by two objects, with keys that are no str, and
class proxies."""


class K:
    cls = 1


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


a, b = K(), K()
a.x = 1
b.__dict__ = a.__dict__
b.y = 2
print(a.y, vars(a) is vars(b), a.__dict__)
a.__dict__ = {"only": 3}
print(vars(a), vars(b))
del a.__dict__
print(vars(a), hasattr(a, "only"))
attempt(lambda: setattr(a, "__dict__", []))
attempt(lambda: setattr(a, "__dict__", None))


class D(dict):
    def __getitem__(self, key):
        return "never asked"

    def __missing__(self, key):
        return "not asked either"


a.__dict__ = D(z=5)
print(a.z, type(a.__dict__).__name__, hasattr(a, "missing"))
a.__dict__[3] = "int key"
a.__dict__["not an identifier"] = 4
print(a.__dict__, getattr(a, "not an identifier"))
attempt(lambda: sorted(dir(a)))
vars(b)["cls"] = "shadows"
print(b.cls, K.cls)
for name in ("x1", "x2"):
    setattr(b, name, name)
    del b.__dict__[name]
print(sorted(vars(b)))
for n in range(200):
    setattr(b, f"n{n}", n)
for n in range(0, 200, 2):
    delattr(b, f"n{n}")
print(len(vars(b)), list(vars(b))[:8])
proxy = K.__dict__
print(type(proxy), proxy["cls"], "cls" in proxy, proxy.get("none", 0), len(proxy) > 4, list(proxy)[:2])
attempt(lambda: proxy.__setitem__("x", 1))
attempt(lambda: proxy | {"a": 1} and "merged")
attempt(lambda: setattr(K, "__dict__", {}))
K.later = 7
print(proxy["later"], {**proxy}["later"])


class Slotted:
    __slots__ = ("s", "__dict__")


s = Slotted()
s.s, s.t = 1, 2
print(s.__dict__, s.s)
s.__dict__ = {"s": "not seen"}
print(s.s, s.__dict__["s"])


class NoDict:
    __slots__ = ()


attempt(lambda: NoDict().__dict__)
attempt(lambda: vars(NoDict()))
attempt(lambda: vars(3))
attempt(lambda: setattr(NoDict(), "x", 1))
attempt(lambda: setattr(object(), "x", 1))
attempt(lambda: setattr(3, "real", 1))
attempt(lambda: setattr(3, "x", 1))


class Prop:
    @property
    def __dict__(self):
        return {"fake": 1}


p = Prop()
p.real = 2
print(p.__dict__, p.real, vars(p), "real" in dir(p), "fake" in dir(p))
def f(): pass
f.a = 1
f.__dict__ = {"b": 2}
print(f.b, hasattr(f, "a"))
attempt(lambda: setattr(f, "__dict__", 3))
