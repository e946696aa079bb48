"""dict, its views and mappingproxy with wrong arguments, unhashable keys, changes while iterating and
failing keys (construction) (merging)."""
import types

from _dict_argument_errors import *

for text in (
    "dict(Keys())", "dict(BadKeys())", "dict(NoItem())", "{**Keys()}", "{**NoItem()}", "d | Keys()",
    "d | [('x', 1)]", "d.update(Keys(), z=1) or d", "{BadHash(): 1}", "d[BadHash()]", "d.get(BadEq())",
    "BadEq() in d", "{'a': 1, BadEq(): 2}", "d.pop(BadEq(), 1)", "d.setdefault(BadHash())",
    "dict.fromkeys('aab', [])", "dict.fromkeys(5)", "dict.fromkeys()", "dict(5)",
):
    attempt(text, **{k: v for k, v in globals().items() if k in ("Keys", "BadKeys", "NoItem", "BadHash",
                                                                 "BadEq")})
