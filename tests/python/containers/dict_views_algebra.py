"""keys, values and items views: set operations with any iterable, comparison, live updates, hashability, isdisjoint, mapping."""
d, e = {"a": 1, "b": 2, "c": 3}, {"b": 2, "c": 30, "d": 4}
k, i = d.keys(), d.items()
print(sorted(k & e.keys()), sorted(k | e.keys()), sorted(k - e.keys()), sorted(k ^ e.keys()), sorted(i & e.items()), sorted(i - e.items()), len(i | e.items()), len(i ^ e.items()))
print(sorted(k & "abx"), sorted(k | ["z"]), sorted(k - {"a": 9}), sorted(k ^ ("a", "q")), sorted({"a", "q"} - k), sorted({"a", "q"} | k), sorted(["b"] & k), sorted("ab" - k) if False else sorted(set("ab") - k))
for expression in ("k & 5", "k | None", "k + k", "5 - k", "k < e.keys()", "{'a'} < k", "k == {'a', 'b', 'c'}", "k == ['a', 'b', 'c']", "k >= {'a'}", "k > {'a', 'b', 'c'}", "k <= k", "i == d.items()", "i == set(i)", "i != e.items()", "d.values() == d.values()", "k == d.values()", "k < 5", "i >= {('a', 1)}", "hash(k)", "hash(d.values()) != 0", "k[0]", "k.isdisjoint('xyz')", "k.isdisjoint(['a'])", "k.isdisjoint(5)", "i.isdisjoint({('a', 2)})",
                   "('a', 1) in i", "('a', 2) in i", "'a' in i", "('a', 1, 2) in i", "['a', 1] in i", "([], 1) in i", "1 in d.values()", "[] in k", "[] in d.values()", "len(d.values())", "k.mapping['a']", "k.mapping", "type(k)()", "type(k)(d)", "repr(i)", "reversed(k)", "list(reversed(i))", "{'x': []}.items() & set()", "{'x': []}.items() | set()", "k & k is k", "type(k & k)", "k.__contains__('a')", "k.x", "d.keys(1)", "bool({}.keys())"):
    try:
        print(expression, "=", str(eval(expression)).split(" at 0x")[0])
    except TypeError as error:
        print(expression, "->", error)
    except AttributeError as error:
        print(expression, "->", error)
values = d.values()
d["new"] = 9
print(len(k), list(values), ("new", 9) in i)
del d["a"]
d.update(z=0)
print(list(k), list(i)[-1])
d.clear()
print(k, values, i)
loop = {}
loop["v"] = loop.values()
print(loop["v"])
import collections.abc
print(isinstance(k, collections.abc.Set), isinstance(i, collections.abc.ItemsView), isinstance(values, collections.abc.Set), isinstance(values, collections.abc.Collection))


class NoCompare:
    def __eq__(self, other):
        raise ValueError("compared")


try:
    ("k", 1) in {"k": NoCompare()}.items()
except ValueError as error:
    print(error)
same = NoCompare()
print(("k", same) in {"k": same}.items(), same in {"k": same}.values(), {"k": same} == {"k": same})
