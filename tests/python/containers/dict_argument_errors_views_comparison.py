"""dict, its views and mappingproxy with wrong arguments, unhashable keys, changes while iterating and
failing keys (views) (comparison)."""
import types

from _dict_argument_errors import *

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
