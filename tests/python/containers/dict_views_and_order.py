"""dict views: live, set operations, order, reversed, changes while iterating."""
d = {"a": 1, "b": 2, "c": 3}
keys, values, items = d.keys(), d.values(), d.items()
d["d"] = 4
del d["a"]
d["a"] = 9
print(keys, values, items, len(keys), "d" in keys, 9 in values, ("b", 2) in items, ("b", 3) in items, "x" in items)
print(sorted(keys & {"a", "z"}), sorted(keys | ["q"]), sorted(keys - {"b"}), sorted(keys ^ {"a", "q"}), keys.isdisjoint("xyz"))
print(items & {("b", 2)}, keys == {"a", "b", "c", "d"}, keys <= set("abcde"), items == dict(d).items(), values == d.values())
print(list(reversed(d)), list(reversed(d.values())), list(reversed(d.items())), keys.mapping["b"], type(keys.mapping))
for change in (lambda: d.update(new=1), lambda: d.pop("b"), lambda: d.clear()):
    d = {"a": 1, "b": 2, "c": 3}
    try:
        for key in d:
            change()
        print("no error", d)
    except RuntimeError as error:
        print(error)
d = {"a": 1, "b": 2}
for key in d:
    d[key] += 10
print(d)
try:
    for n, key in enumerate(d):
        d.pop(key)
        d[f"new{n}"] = n
except RuntimeError as error:
    print(error)
print({1: "int", True: "bool", 1.0: "float"}, {**{"a": 1}, "b": 2, **{"a": 3}}, dict(a=1, **{"b c": 2}), {} == dict([]))
iterator = iter({"k": 1})
print(iterator.__length_hint__(), next(iterator), iterator.__length_hint__(), next(iterator, "end"), next(iterator, "end"))
for call in (lambda: keys[0], lambda: hash(keys), lambda: keys + keys, lambda: {[]: 1}, lambda: {}[[]], lambda: items & {1: []}.items(),
             lambda: values & values, lambda: {"a": 1} < {"b": 2}, lambda: {}.popitem(), lambda: {}["missing"]):
    try:
        print(call())
    except (TypeError, KeyError) as error:
        print(type(error).__name__, error)
