"""dict, its views and mappingproxy with wrong arguments, unhashable keys, changes while iterating and
failing keys (views) (algebra)."""
import types

ARGUMENTS = [(), (1,), ([],), ("a",), ("a", 1), ("a", 1, 2), (None,), ({"z": 1},), ([("p", 1)],), ([("p",)],),
             ([1],), ("ab",), (["ab"],), ([("a", "b", "c")],), (5, 6)]
for name in [n for n in dir(dict) if not n.startswith("__")] + ["__getitem__", "__setitem__", "__delitem__",
                                                                "__contains__", "__or__", "__ior__", "__eq__",
                                                                "__init__", "__ror__"]:
    for arguments in ARGUMENTS:
        for make in (lambda: {"a": 1, "b": 2}, lambda: types.MappingProxyType({"a": 1, "b": 2})):
            subject = make()
            if hasattr(subject, name):
                try:
                    print(type(subject).__name__, name, arguments, getattr(subject, name)(*arguments), subject)
                except Exception as error:
                    print(type(subject).__name__, name, arguments, type(error).__name__, error)


def attempt(text, **names):
    names.setdefault("d", {"a": 1, "b": 2})
    try:
        print(text, "->", eval(text, names))
    except Exception as error:
        print(text, "->", type(error).__name__, error)


class Keys:
    def keys(self): return ["k", "l"]
    def __getitem__(self, key): return key * 2


class BadKeys:
    def keys(self): return 5


class NoItem:
    def keys(self): return ["k"]


class BadHash:
    def __hash__(self): raise ArithmeticError("hash")


class BadEq:
    def __hash__(self): return hash("a")
    def __eq__(self, other): raise LookupError("eq")


for text in (
    "d.items() < {1}", "d.keys() <= ['a', 'b']", "d.keys().isdisjoint('xyz')", "d.keys().isdisjoint(5)",
    "d.items().isdisjoint({('a', 2)})", "len(d.values())", "hash(d.keys())", "hash(d.items())",
    "d.values()[0]", "d.keys().mapping", "list(reversed(d))", "list(reversed(d.items()))",
    "reversed(d.values()).__length_hint__()", "d < d", "d == 5", "d != {}", "d.__missing__", "d['nope']",
    "d[1, 2]",
):
    attempt(text, **{k: v for k, v in globals().items() if k in ("Keys", "BadKeys", "NoItem", "BadHash",
                                                                 "BadEq")})
