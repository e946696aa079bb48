"""RecursionError through functions, properties, comparison, hashing, repr, iteration, __getattr__ and natives, and the recovery."""
import functools
import sys


class Deep:
    def __init__(self, way): self.way = way
    def __repr__(self): return repr(self)
    def __eq__(self, other): return self == other
    def __hash__(self): return hash(self)
    def __len__(self): return len(self)
    def __iter__(self): return iter(self)
    def __call__(self): return self()
    def __add__(self, other): return self + other
    def __getitem__(self, key): return self[key]
    def __contains__(self, item): return item in self
    def __bool__(self): return not self
    def __str__(self): return str(self)
    def __format__(self, spec): return format(self, spec)
    def __getattr__(self, name): return getattr(self, name + "x")
    def __int__(self): return int(self)
    def __enter__(self):
        with self: pass
    def __exit__(self, *a): pass
    @property
    def prop(self): return self.prop
    def __lt__(self, other): return sorted([self, other])
    def __iadd__(self, other):
        self += other
        return self


d = Deep("x")


def plain(): return plain()
def with_finally():
    try:
        with_finally()
    finally:
        pass
def generator():
    yield from generator()
def comprehension(): return [comprehension() for _ in "a"]
def by_map(): return list(map(lambda x: by_map(), "a"))
def by_sort(): return sorted([1, 2], key=lambda x: by_sort())
def by_reduce(): return functools.reduce(lambda a, b: by_reduce(), [1, 2])
def by_exec(): exec("by_exec()")
def by_class():
    class K:
        by_class()


actions = dict(repr=lambda: repr(d), eq=lambda: d == 1, hash=lambda: hash(d), len=lambda: len(d), iter=lambda: iter(d), call=lambda: d(), add=lambda: d + 1, item=lambda: d[0], contains=lambda: 1 in d, bool=lambda: bool(d), str=lambda: str(d), format=lambda: f"{d}", attribute=lambda: d.nothing, int=lambda: int(d), property=lambda: d.prop, lt=lambda: d < d,
               plain=plain, finally_=with_finally, generator=lambda: list(generator()), comprehension=comprehension, map=by_map, sort=by_sort, reduce=by_reduce, exec=by_exec, klass=by_class, with_=d.__enter__)
sys.setrecursionlimit(120)
for name, action in actions.items():
    try:
        action()
        print(name, "finished")
    except RecursionError as error:
        print(name, str(error)[:32])
nested = []
for _ in range(500):
    nested = [nested]
for function in (repr, lambda n: n == [n], lambda n: hash((n,)) if False else str(n)):
    try:
        function(nested)
        print("fine")
    except RecursionError as error:
        print(str(error)[:32])
sys.setrecursionlimit(1000)
for bad in (0, -5, "x", 2 ** 40):
    try:
        sys.setrecursionlimit(bad)
    except Exception as error:
        print(type(error).__name__, error)
print(sys.getrecursionlimit(), plain.__name__)
