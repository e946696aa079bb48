"""dict, its views and mappingproxy with wrong arguments, unhashable keys, changes while iterating and
failing keys (construction) (lookups)."""
import types

from _dict_argument_errors import *

for text in (
    "dict([1])", "dict(['abc'])", "dict([()])", "dict(1, 2)", "dict(a=1, **{'b c': 2})", "dict(**{1: 2})",
    "dict(d, a=5)", "dict({'a'})", "dict([('a', 1), 'xy', [2, 3]])", "d.popitem(), d.popitem(), d.popitem()",
    "d.keys() + 1", "d.keys() | [9]", "d.items() & {('a', 1)}", "d.keys() - 'a'", "d.keys() ^ 'ac'",
    "d.keys() & 5", "5 & d.keys()", "d.values() == d.values()", "d.keys() == {'a', 'b'}",
):
    attempt(text, **{k: v for k, v in globals().items() if k in ("Keys", "BadKeys", "NoItem", "BadHash",
                                                                 "BadEq")})
