"""Dicts, odd keys and helpers of the programs dict_argument_errors_*.py."""
import types

ARGUMENTS = [(), (1,), ([],), ("a",), ("a", 1), ("a", 1, 2), (None,), ({"z": 1},), ([("p", 1)],), ([("p",)],),
             ([1],), ("ab",), (["ab"],), ([("a", "b", "c")],), (5, 6)]


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
