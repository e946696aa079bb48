"""Dicts changed while looked up, iterated, compared, printed or updated; keys that lie about hash and equality."""


class Key:
    def __init__(self, name, hash_value=1, effect=None):
        self.name, self.hash_value, self.effect = name, hash_value, effect

    def __hash__(self):
        return self.hash_value

    def __eq__(self, other):
        if self.effect:
            self.effect()
        return isinstance(other, Key) and self.name == other.name

    def __repr__(self):
        return self.name


d = {}
d[Key("a", effect=lambda: d.clear())] = 1
d[Key("b")] = 2
print(d)
d = {Key("x"): 1, Key("y"): 2, Key("z", 9): 3}
print(d[Key("y")], Key("q") in d, d.pop(Key("x")), list(d), d.get(Key("z", 5)), d.setdefault(Key("y"), 7))


class Boom:
    def __hash__(self):
        raise ValueError("no hash")


class BoomEq:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        raise ValueError("no comparison")


d = {1: "one"}
for operation in (lambda: d[Boom()], lambda: Boom() in d, lambda: d.get(Boom()), lambda: d.pop(Boom(), None), lambda: d.setdefault(Boom()), lambda: {Boom(): 1}, lambda: d[BoomEq()], lambda: d.pop(BoomEq(), 5), lambda: {BoomEq(): 1, 1: 2}, lambda: {1: 2, BoomEq(): 1} == {1: 2, 3: 4}, lambda: dict([(Boom(), 1)]), lambda: dict.fromkeys([Boom()]), lambda: d.__setitem__([], 1), lambda: d.get({}), lambda: {[]: 1}, lambda: {(1, []): 1}):
    try:
        print(operation())
    except Exception as error:
        print(type(error).__name__, error)
for change in ("d[99] = 1", "del d[1]", "d.clear()", "d[1] = 'same size'", "d.pop(2); d[50] = 1", "d.update({1: 5})"):
    for view in ("d", "d.items()", "reversed(d)"):
        d = {1: 1, 2: 2, 3: 3}
        seen = []
        try:
            for item in eval(view):
                seen.append(item)
                if len(seen) == 1:
                    exec(change)
                if len(seen) > 8:
                    break
            print(change, view, seen)
        except RuntimeError as error:
            print(change, view, seen, error)


class Meddling:
    def __repr__(self):
        d.clear()
        return "meddling"


d = {1: Meddling(), 2: 2}
print(d, len(d))


class Source(dict):
    def keys(self):
        target["by keys"] = 1
        return ["a"]

    def __getitem__(self, key):
        target[f"by {key}"] = 1
        return 5


target = {}
target.update(Source(z=1))
print(target, {**Source(z=1)}, dict(Source(z=1)))


class Lying(Source):
    def __iter__(self):
        return iter(["lied"])


print(dict(Lying(z=1)))
order = {k: None for k in "abc"}
order["a"] = order.pop("a")
del order["b"]
order["b"] = 1
print(list(order), list(reversed(order)), order.popitem(), list(order.items()), 1 in {True: "t"}, {1: "int", 1.0: "float", True: "bool"}, {0: 1, -0.0: 2, False: 3})
