# own limit: CPython overflows its stack in most of these
# Objects that wrap one another 100,000 deep, or themselves, are called, read, compared, iterated and dropped.
import functools
import itertools
import types
import weakref

DEPTH = 100_000


def wrapped(make, inner, depth=DEPTH):
    for _ in range(depth):
        inner = make(inner)
    return inner


def attempt(name, action):
    try:
        action()
    except (RecursionError, MemoryError, TypeError, AttributeError, StopIteration, ReferenceError, ValueError) as error:
        print(name, type(error).__name__)
    else:
        print(name, "fine")


iterators = {
    "map": lambda it: map(str, it), "filter": lambda it: filter(None, it), "enumerate": enumerate, "zip": zip,
    "chain": itertools.chain, "chain.from": lambda it: itertools.chain.from_iterable([it]), "cycle": itertools.cycle,
    "islice": lambda it: itertools.islice(it, 5), "takewhile": lambda it: itertools.takewhile(bool, it),
    "dropwhile": lambda it: itertools.dropwhile(bool, it), "starmap": lambda it: itertools.starmap(print, it),
    "accumulate": itertools.accumulate, "pairwise": itertools.pairwise, "compress": lambda it: itertools.compress(it, [1]),
    "filterfalse": lambda it: itertools.filterfalse(None, it), "zip_longest": itertools.zip_longest, "groupby": itertools.groupby,
    "tee": lambda it: itertools.tee(it)[0], "generator": lambda it: (item for item in it), "reversed": lambda it: iter(it),
}
for name, make in iterators.items():
    made = wrapped(make, iter([1, 2, 3]))
    for act in (next, lambda it: it.__length_hint__(), lambda it: it.__reduce__(), lambda it: it.__copy__(), list):
        attempt(name, lambda: act(made))
    del made
wrappers = {
    "partial": lambda it: functools.partial(it), "method": lambda it: types.MethodType(it, 1), "staticmethod": staticmethod,
    "classmethod": classmethod, "property": property, "proxy": types.MappingProxyType, "alias": lambda it: types.GenericAlias(it, int),
    "argument": lambda it: types.GenericAlias(list, it), "cell": types.CellType, "cached": functools.lru_cache,
    "weak": lambda it: weakref.proxy(it), "namespace": lambda it: types.SimpleNamespace(a=it), "slice": slice,
    "key": lambda it: functools.cmp_to_key(it), "dict values": lambda it: {1: it}.values(), "items": lambda it: {1: it}.items(),
}
actions = {
    "call": lambda it: it(), "repr": repr, "hash": hash, "eq": lambda it: it == wrapped(wrappers[name], {} if name == "proxy" else print),
    "len": len, "iter": lambda it: list(it), "in": lambda it: 1 in it, "item": lambda it: it[1], "getattr": lambda it: it.missing,
    "get": lambda it: it.__get__(1, int), "set": lambda it: it.__set__(1, 1), "or": lambda it: it | it, "bool": bool,
    "abstract": lambda it: it.__isabstractmethod__, "mro": lambda it: it.__mro_entries__(()), "parameters": lambda it:
    it.__parameters__, "copy": lambda it: it.copy(), "reversed": reversed, "isinstance": lambda it: isinstance(1, it), "issubclass":
    lambda it: issubclass(int, it), "str": str, "dir": dir, "doc": lambda it: it.__doc__, "wrapped": lambda it: it.__wrapped__, "class":
    lambda it: it.__class__, "reduce": lambda it: it.__reduce_ex__(2), "lt": lambda it: it < it,
}
for name, make in wrappers.items():
    try:
        made = wrapped(make, {} if name == "proxy" else print)
    except (TypeError, RecursionError) as error:
        print(name, type(error).__name__)
        continue
    for verb, action in actions.items():
        attempt(name + " " + verb, lambda: action(made))
    del made
union = int
for number in range(3000):
    union = union | type("C%d" % number, (), {})
attempt("union", lambda: (hash(union), repr(union), isinstance("", union), union == union))
for wrapper in staticmethod, classmethod, property:
    made = wrapper(print)
    made.__init__(made)
    for verb, action in actions.items():
        attempt("self " + wrapper.__name__ + " " + verb, lambda: action(made))
made = functools.partial(print)
made.__setstate__((made, (), {}, {}))
attempt("self partial call", made)
attempt("self partial repr", lambda: repr(made))
made.__setstate__((print, (), {}, {}))
