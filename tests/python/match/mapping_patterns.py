"""Mapping patterns: keys, rest, missing keys, defaultdict untouched, get() of the subject, duplicate keys, nested."""
import collections.abc
import types


def look(x):
    match x:
        case {"kind": "circle", "r": (int() | float()) as r}:
            return f"circle {r}"
        case {"kind": str(kind), **rest} if rest:
            return kind, rest
        case {1: one, -2: minus, None: none, False: _}:
            return one, minus, none
        case {"nested": {"deep": [_, {"x": x}]}}:
            return f"deep {x}"
        case {**everything} if len(everything) == 1:
            return f"single {everything}"
        case {}:
            return "any mapping"
        case _:
            return "no mapping"


default = collections.defaultdict(list)
for value in ({"kind": "circle", "r": 2.5}, {"kind": "circle", "r": "x"}, {"kind": "k"}, {1: "one", -2: "m", None: 0}, {1: "one", -2: "m", None: 0, False: "f"}, {"nested": {"deep": [0, {"x": 9}]}}, {"z": 1}, {}, [], default, types.MappingProxyType({"kind": "a", "b": 2}), collections.ChainMap({"z": 1}, {"z": 2}), collections.UserDict(q=1), "text", [("kind", "x")]):
    print(look(value))
print(default)


class Mapping(collections.abc.Mapping):
    def __init__(self, data):
        self.data = data

    def __getitem__(self, key):
        print("getitem", key)
        return self.data[key]

    def __len__(self):
        return len(self.data)

    def __iter__(self):
        return iter(self.data)

    def get(self, key, default=None):
        print("get", key)
        return self.data.get(key, default)


print(look(Mapping({"kind": "q", "other": 5})))


class Missing(dict):
    def __missing__(self, key):
        print("missing asked", key)
        return "never"


print(look(Missing()))
key = "r"
constants = types.SimpleNamespace(K="kind", L="kind")
match {"kind": 1, "r": 2}:
    case {constants.K: a, "r": b, **rest}:
        print(a, b, rest)
try:
    match {"kind": 1}:
        case {constants.K: a, constants.L: b}:
            pass
except ValueError as error:
    print(error)
for source in ("{'a': 1, 'a': 2}", "{**rest, 'a': 1}", "{**_}", "{a: 1}", "{1 + 1: x}", "{-1: x, -1: y}", "{'a': x, 'b': x}", "{1: x, True: y}", "{f'a': x}", "{**a, **b}", "{None: 1, None: 2}", "{(1, 2): x}"):
    try:
        compile(f"match x:\n case {source}: pass", "<s>", "exec")
        print(source, "compiles")
    except SyntaxError as error:
        print(source, "->", error.msg)
