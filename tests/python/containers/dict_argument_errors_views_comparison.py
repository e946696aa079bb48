"""dict, its views and mappingproxy with wrong arguments, unhashable keys, changes while iterating and
failing keys (views) (comparison)."""
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
    "d[None]", "('a', 1) in d.items()", "('a', [1]) in d.items()", "[] in d.items()", "'ab' in d.items()",
    "[] in d.keys()", "repr(d.items()), repr(d.values())", "d.keys().__and__(5)",
    "d.items() | d.keys() and 1", "type(d.keys())()", "dict.__class_getitem__(int)", "dict[int, str]",
    "dict.update()", "dict.update({}, {}, {})", "dict.get()", "dict.__or__({}, 5)", "dict.__ror__({}, [1])",
    "d.__ior__(5)", "d.__ior__([('q', 1)])",
):
    attempt(text, **{k: v for k, v in globals().items() if k in ("Keys", "BadKeys", "NoItem", "BadHash",
                                                                 "BadEq")})
for action in ("d.pop(k)", "d.update(x=1)", "d.clear()", "d.__setitem__(k, 5)",
               "d.pop(k), d.__setitem__(k + 'z', 1)"):
    for view in ("d", "d.items()", "d.values()", "d.keys()", "reversed(d)"):
        d = {"a": 1, "b": 2, "c": 3}
        try:
            for k in eval(view):
                k = "a" if view == "d.values()" else k if isinstance(k, str) else k[0]
                eval(action)
                if len(d) > 9: break
            print(action, view, "finished", d)
        except (RuntimeError, KeyError) as error:
            print(action, view, type(error).__name__, error)
