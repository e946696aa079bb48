# Natives that call back: sorted, map, filter, reduce, re.sub, json, copy and pickle, each within itself.
import copy
import functools
import itertools
import json
import pickle
import re


def attempt(name, action):
    try:
        action()
        print(name, "fine")
    except RecursionError:
        print(name, "RecursionError")


def by_sort(value): return sorted([1, 2], key=by_sort)
def by_compare(a, b): return sorted([1, 2], key=functools.cmp_to_key(by_compare))
def by_map(value): return list(map(by_map, [1]))
def by_filter(value): return list(filter(by_filter, [1]))
def by_reduce(a, b): return functools.reduce(by_reduce, [1, 2])
def by_sub(match): return re.sub("a", by_sub, "a")
def by_max(value): return max([1, 2], key=by_max)
def by_group(value): return list(itertools.groupby([1, 2], by_group))
def by_accumulate(a, b): return list(itertools.accumulate([1, 2], by_accumulate))
def by_iter(): return next(iter(by_iter, None))
def by_eval(): return eval("by_eval()")
def by_exec(): exec("by_exec()")
def by_import(): return __import__("builtins").__dict__["compile"]("1", "", "eval") and by_import()
def by_partial(): return functools.partial(by_partial)()


@functools.lru_cache
def by_cache(number): return by_cache(number + 1)


@functools.singledispatch
def by_dispatch(value): return by_dispatch(value)


def by_hook(pairs): return json.loads('{"a": 1}', object_hook=by_hook)
def by_default(value): return json.dumps({1}, default=by_default)


class Copied:
    def __deepcopy__(self, memo): return copy.deepcopy(self)
    def __copy__(self): return copy.copy(self)
    def __reduce__(self): return pickle.dumps(self)


for name, action in {
    "sorted": lambda: by_sort(1), "cmp_to_key": lambda: by_compare(1, 2), "map": lambda: by_map(1),
    "filter": lambda: by_filter(1), "reduce": lambda: by_reduce(1, 2), "sub": lambda: by_sub(None),
    "max": lambda: by_max(1), "groupby": lambda: by_group(1), "accumulate": lambda: by_accumulate(1, 2),
    "iter": by_iter, "eval": by_eval, "exec": by_exec, "import": by_import, "partial": by_partial,
    "lru_cache": lambda: by_cache(1), "singledispatch": lambda: by_dispatch(1), "loads": lambda: by_hook(None),
    "dumps": lambda: by_default(1), "deepcopy": lambda: copy.deepcopy(Copied()), "copy": lambda: copy.copy(Copied()),
    "pickle": lambda: pickle.dumps(Copied()),
}.items():
    attempt(name, action)
