# own limit: CPython believes the limit that it is told and overflows its stack
# A limit of a million, and recursion through Python code and natives until one of them ends it.
import sys

sys.setrecursionlimit(10**6)


def attempt(name, action):
    try:
        action()
        print(name, "fine")
    except (RecursionError, MemoryError) as error:
        print(name, type(error).__name__)


def plain(depth=0):
    return plain(depth + 1)


def counted(depth):
    return depth and counted(depth - 1)


class Thing:
    def __getattr__(self, name):
        return getattr(self, name + "x" if len(name) < 5 else name)

    def __repr__(self):
        return repr([self])

    def __eq__(self, other):
        return [self] == [other]

    def __hash__(self):
        return hash((self,))

    def __call__(self):
        return sorted([1], key=lambda item: self())

    def __len__(self):
        return len(self)

    def __add__(self, other):
        return self + other

    def __iter__(self):
        yield from self

    def __del__(self):
        pass


def by_eval(depth):
    return eval("by_eval(depth + 1)")


def by_map(item):
    return list(map(by_map, [item]))


def by_import():
    import string
    return exec("by_import()")


def generators():
    yield from generators()


thing = Thing()
attempt("counted", lambda: counted(50_000))
attempt("getattr", lambda: thing.a)
attempt("repr", lambda: repr(thing))
attempt("eq", lambda: thing == Thing())
attempt("hash", lambda: hash(thing))
attempt("call", thing)
attempt("len", lambda: len(thing))
attempt("add", lambda: thing + 1)
attempt("iter", lambda: list(thing))
attempt("eval", lambda: by_eval(0))
attempt("map", lambda: by_map(1))
attempt("import", by_import)
attempt("generators", lambda: next(generators()))
deep = []
for _ in range(300_000):
    deep = [deep]
attempt("deep repr", lambda: repr(deep))
attempt("deep eq", lambda: deep == eval("deep[0]"))
del deep
sys.setrecursionlimit(1000)
attempt("plain", plain)
try:
    sys.setrecursionlimit(1)
except (RecursionError, ValueError) as error:
    print(type(error).__name__)
