"""Every method of dict, its views and iterators, with the errors they raise."""


def show(action):
    try:
        print(repr(action()))
    except BaseException as error:
        print(type(error).__name__, error)


d = {"a": 1, "b": 2, 3: [4]}
print(d, len(d), "a" in d, 9 in d)
show(lambda: d["missing"])
show(lambda: d[[]])
show(lambda: d.get("a"))
show(lambda: d.get("z", 5))
show(lambda: d.get())
show(lambda: d.pop("z"))
show(lambda: d.pop("z", None))
show(lambda: d.pop())
show(lambda: d.setdefault("n", []))
show(lambda: d.popitem())
show(lambda: {}.popitem())
show(lambda: dict([(1, 2), (3, 4)], x=5))
show(lambda: dict([(1, 2, 3)]))
show(lambda: dict([1]))
show(lambda: dict(5))
show(lambda: dict(1, 2))
show(lambda: {}.update(1, 2))
show(lambda: dict.fromkeys("abca", 0))
show(lambda: dict.fromkeys(3))
show(lambda: {1: 2} | {1: 3, 4: 5})
show(lambda: {1: 2} | [(1, 3)])
e = {1: 2}
e |= [(7, 8)]
e.update({9: 10}, z=1)
print(e, list(reversed(e)), list(reversed(e.items())))
show(lambda: {**[(1, 2)]})


class Missing(dict):
    def __missing__(self, key):
        return ("missing", key)


m = Missing(a=1)
print(m["a"], m["b"], m.get("b"), m)


class Mapping:
    def keys(self):
        return ["p", "q"]

    def __getitem__(self, key):
        return key * 2


print(dict(Mapping()), {**Mapping()})

# views
k, v, i = d.keys(), d.values(), d.items()
print(k, v, i, len(k))
print(k & {"a", 7}, sorted(map(str, k | {"c"})), k - {"a"} == {"b", 3}, k ^ {"a"} == {"b", 3})
print(k == {"a", "b", 3}, k >= {"a"}, k < {"a"}, k.isdisjoint([8]), ("a", 1) in i, ("a", 2) in i, "a" in i)
print(i & [("a", 1)], dict(k.mapping) == d)
show(lambda: k < 5)
show(lambda: hash(k))
print(dict.__eq__({}, 1), {1: 2} == {1: 2.0}, {1: 2} != {1: 3})

# change during iteration
def grow():
    x = {1: 1}
    for key in x:
        x[key + 1] = 1


def exchange():
    x = {0: 0}
    for key in x:
        del x[0]
        x[1] = 1


show(grow)
show(exchange)
it = iter({1: 2, 3: 4}.items())
print(it.__length_hint__(), next(it), it.__length_hint__(), it.__reduce__()[1], list(it), list(it))

# a dict that holds itself
s = {}
s["me"] = s
print(s)


# comparison that empties the dict
class Evil:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        victim.clear()
        return False


victim = {}
victim[Evil()] = 1
show(lambda: victim.get(Evil()))
print(victim)

big = {n: str(n) for n in range(1000)}
for n in range(0, 1000, 3):
    del big[n]
print(len(big), sum(big), list(big)[:5], list(big.copy())[-3:])
print({True: "a", 1: "b", 1.0: "c"})
