"""RecursionError out of every kind of recursion, recovery afterwards, setrecursionlimit, deep but allowed calls, mutual and native."""
import functools
import json
import sys
sys.setrecursionlimit(400)


def plain(n):
    return plain(n + 1)


def mutual_a(n):
    return mutual_b(n)


def mutual_b(n):
    return mutual_a(n)


class Loop:
    def __getattr__(self, name):
        return getattr(self, name + "x")

    def __repr__(self):
        return repr(self)

    def __eq__(self, other):
        return self == other

    def __hash__(self):
        return hash(self)

    def __len__(self):
        return len(self)

    def __call__(self):
        return self()

    def __getitem__(self, key):
        return self[key]

    def __iter__(self):
        return iter(self)

    def __add__(self, other):
        return self + other

    def __bool__(self):
        return not self

    def __str__(self):
        return f"{self}"

    def __contains__(self, x):
        return x in self

    def __enter__(self):
        with self:
            pass

    def __exit__(self, *a):
        pass

    @property
    def prop(self):
        return self.prop

    def __index__(self):
        return [][self]


def gen():
    yield from gen()


def sort_key(x):
    return sorted([1], key=sort_key)


@functools.lru_cache
def cached(n):
    return cached(n + 1)


def with_enter():
    with Loop():
        pass


nested = []
for _ in range(1000):
    nested = [nested]
loop = Loop()
for name, call in (("plain", lambda: plain(0)), ("mutual", lambda: mutual_a(0)), ("getattr", lambda: loop.a), ("repr", lambda: repr(loop)), ("eq", lambda: loop == 1), ("hash", lambda: hash(loop)), ("len", lambda: len(loop)), ("call", lambda: loop()), ("item", lambda: loop[0]), ("iter", lambda: iter(loop)), ("add", lambda: loop + 1), ("bool", lambda: bool(loop)), ("str", lambda: str(loop)), ("in", lambda: 1 in loop), ("with", with_enter), ("property", lambda: loop.prop), ("index", lambda: [][loop]), ("generator", lambda: next(gen())), ("key", lambda: sort_key(1)), ("lru", lambda: cached(0)), ("map", lambda: list(map(plain, [1]))), ("nested repr", lambda: repr(nested)), ("nested eq", lambda: nested == [nested, 0][0:1]), ("json", lambda: json.dumps(nested)), ("json loads", lambda: json.loads("[" * 1000 + "]" * 1000)), ("isinstance", lambda: isinstance(1, functools.reduce(lambda a, _: (a,), range(1000), int)))):
    try:
        result = call()
        print(name, "finished", type(result).__name__)
    except RecursionError as error:
        print(name, "->", str(error).split(" while")[0].split(" in comparison")[0][:32])


def depth(n=1):
    try:
        return depth(n + 1)
    except RecursionError:
        return n


print(300 < depth() < 400, depth() == depth())
for limit in (0, -1, 3, "x", 2 ** 40):
    try:
        sys.setrecursionlimit(limit)
        print(limit, sys.getrecursionlimit())
    except Exception as error:
        print(limit, type(error).__name__, error)
sys.setrecursionlimit(2000)
print((lambda f: f(f, 1500))(lambda f, n: n and f(f, n - 1)), sys.getrecursionlimit())
