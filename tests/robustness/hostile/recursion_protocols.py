# Each special method that comes back to itself through the operation that calls it.
import operator


def attempt(name, action):
    try:
        print(name, type(action()).__name__)
    except RecursionError:
        print(name, "RecursionError")


class Self:
    def __len__(self): return len(self)
    def __bool__(self): return bool(self)
    def __iter__(self): return iter(self)
    def __next__(self): return next(self)
    def __contains__(self, item): return item in self
    def __getitem__(self, key): return self[key]
    def __setitem__(self, key, value): self[key] = value
    def __delitem__(self, key): del self[key]
    def __call__(self, *arguments): return self(*arguments)
    def __add__(self, other): return self + other
    def __radd__(self, other): return other + self
    def __iadd__(self, other): self += other; return self
    def __neg__(self): return -self
    def __index__(self): return operator.index(self)
    def __int__(self): return int(self)
    def __float__(self): return float(self)
    def __complex__(self): return complex(self)
    def __round__(self, digits=None): return round(self)
    def __hash__(self): return hash(self)
    def __eq__(self, other): return self == other
    def __lt__(self, other): return self < other
    def __format__(self, spec): return format(self, spec)
    def __str__(self): return str(self)
    def __repr__(self): return repr(self)
    def __bytes__(self): return bytes(self)
    def __fspath__(self): return __import__("os").fspath(self)
    def __reversed__(self): return reversed(self)
    def __enter__(self): return self.__enter__()
    def __length_hint__(self): return operator.length_hint(self)
    def __divmod__(self, other): return divmod(self, other)
    def __pow__(self, other): return self ** other
    def __matmul__(self, other): return self @ other


it = Self()
actions = {
    "len": lambda: len(it), "bool": lambda: bool(it), "not": lambda: not it, "iter": lambda: iter(it),
    "list": lambda: list(it), "next": lambda: next(it), "in": lambda: 1 in it, "getitem": lambda: it[1],
    "setitem": lambda: operator.setitem(it, 1, 1), "delitem": lambda: operator.delitem(it, 1), "call": lambda: it(1),
    "add": lambda: it + 1, "radd": lambda: 1 + it, "iadd": lambda: operator.iadd(it, 1), "neg": lambda: -it,
    "index": lambda: operator.index(it), "subscript": lambda: [1][it], "int": lambda: int(it),
    "float": lambda: float(it), "complex": lambda: complex(it), "round": lambda: round(it), "hash": lambda: hash(it),
    "dict": lambda: {it: 1}, "set": lambda: {it}, "eq": lambda: it == 1, "lt": lambda: it < 1, "gt": lambda: 1 > it,
    "sorted": lambda: sorted([it, it]), "format": lambda: format(it), "f": lambda: f"{it:x}", "str": lambda: str(it),
    "repr": lambda: repr([it]), "bytes": lambda: bytes(it), "fspath": lambda: open(it), "range": lambda: range(it),
    "reversed": lambda: reversed(it), "enter": lambda: it.__enter__(), "hint": lambda: operator.length_hint(it),
    "divmod": lambda: divmod(it, 1), "pow": lambda: it ** 2, "matmul": lambda: it @ 1, "%": lambda: "%s" % it,
    "%d": lambda: "%d" % it, "join": lambda: "".join(it), "unpack": lambda: [*it], "sum": lambda: sum([it], it),
    "max": lambda: max(it, it), "map": lambda: list(map(it, [1])), "min key": lambda: min([1, 2], key=it),
}
for name, action in actions.items():
    attempt(name, action)
