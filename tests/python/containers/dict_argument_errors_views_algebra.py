"""dict, its views and mappingproxy with wrong arguments, unhashable keys, changes while iterating and
failing keys (views) (algebra)."""
import types

from _dict_argument_errors import *

for text in (
    "d.items() < {1}", "d.keys() <= ['a', 'b']", "d.keys().isdisjoint('xyz')", "d.keys().isdisjoint(5)",
    "d.items().isdisjoint({('a', 2)})", "len(d.values())", "hash(d.keys())", "hash(d.items())",
    "d.values()[0]", "d.keys().mapping", "list(reversed(d))", "list(reversed(d.items()))",
    "reversed(d.values()).__length_hint__()", "d < d", "d == 5", "d != {}", "d.__missing__", "d['nope']",
    "d[1, 2]",
):
    attempt(text, **{k: v for k, v in globals().items() if k in ("Keys", "BadKeys", "NoItem", "BadHash",
                                                                 "BadEq")})
