"""dict(), fromkeys, update, |, setdefault, pop, get: forms and errors."""
print(dict(), dict({"a": 1}), dict([("a", 1), ["b", 2]]), dict(zip("ab", [1, 2])), dict(["xy", "zw"]), dict(a=1, b=2),
      dict({"a": 1}, a=2), dict([("a", 1)], b=2))


class Mapping:
    def keys(self):
        return ["k1", "k2"]

    def __getitem__(self, key):
        return key.upper()


print(dict(Mapping()), {**Mapping()}, {}.__or__({"a": 1}), {"a": 1} | {"a": 2, "b": 3})
d = {"a": 1}
d |= [("b", 2)]
d.update(Mapping())
d.update([("c", 3)], d=4)
d.update()
print(d, d.get("a"), d.get("zz"), d.get("zz", 5), d.setdefault("a", 7), d.setdefault("new"), d.pop("a"), d.pop("a", "gone"))
print(dict.fromkeys("abc"), dict.fromkeys([1, 2], []), dict.fromkeys({}, 1), d.popitem(), d.copy() is d)
shared = dict.fromkeys("ab", [])
shared["a"].append(1)
print(shared)
for call in (lambda: dict(5), lambda: dict([1]), lambda: dict([(1, 2, 3)]), lambda: dict(["abc"]), lambda: dict({}, {}),
             lambda: {} | [("a", 1)], lambda: [] | {}, lambda: dict.fromkeys(5), lambda: dict.fromkeys(), lambda: d.pop(),
             lambda: d.pop("none"), lambda: d.get(), lambda: d.update(5), lambda: d.update([1]), lambda: d.setdefault(),
             lambda: {**5}, lambda: dict(**{1: 2}), lambda: d.fromkeys([[]]), lambda: d.update(a=1, **{"a": 2})):
    try:
        print(call())
    except (TypeError, ValueError, KeyError) as error:
        print(type(error).__name__, error)


class Default(dict):
    def __missing__(self, key):
        return f"<{key}>"


m = Default(a=1)
print(m["a"], m["b"], m.get("b"), "b" in m, m, type(m.copy()), type(m | {}), Default.fromkeys("x"), "%(q)s" % m, "{q}".format_map(m))
