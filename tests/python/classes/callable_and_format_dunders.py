"""__call__, __format__, __str__ and __repr__ fallbacks, __bytes__, __fspath__, __sizeof__, __dir__, __hash__ rules, __missing__."""
import os


def attempt(label, function, *arguments):
    try:
        print(label, "->", repr(function(*arguments)))
    except Exception as error:
        print(label, "->", type(error).__name__, error)


class Text:
    def __init__(self, **results):
        self.results = results

    def __repr__(self):
        return self.results.get("repr", "<repr>")

    def __str__(self):
        return self.results["str"] if "str" in self.results else super().__str__()

    def __format__(self, spec):
        return self.results["format"] if "format" in self.results else super().__format__(spec)

    def __bytes__(self):
        return self.results["bytes"]

    def __hash__(self):
        return self.results["hash"]

    def __fspath__(self):
        return self.results["path"]

    def __len__(self):
        return self.results["len"]

    def __length_hint__(self):
        return self.results["hint"]

    def __reversed__(self):
        return self.results["reversed"]

    def __call__(self, *args, **kw):
        return args, kw


attempt("str by repr", str, Text())
attempt("format by str", format, Text(str="s"))
attempt("format spec refused", format, Text(), "x")
for key, function in (("repr", repr), ("str", str), ("format", format), ("bytes", bytes), ("hash", hash), ("path", os.fspath), ("len", len)):
    for value in (5, "text", b"bytes", None, 2 ** 80, -1, 3.5):
        attempt(f"{key} {value!r}", function, Text(**{key: value}))
attempt("call", lambda: Text()(1, a=2))
attempt("reversed", lambda: reversed(Text(reversed="anything")))
attempt("not callable", lambda: object()())
attempt("not callable", lambda: "text"())
attempt("none", lambda: None())


class NotCallable:
    def __init__(self):
        self.__call__ = lambda: "instance attribute"


attempt("instance call", lambda: NotCallable()())
print(callable(NotCallable()), callable(Text()), callable(NotCallable))
NotCallable.__call__ = Text()
attempt("callable as __call__", lambda: NotCallable()(1))


class Endless:
    pass


Endless.__call__ = Endless()
try:
    Endless()()
except RecursionError as error:
    print("RecursionError", str(error)[:32])


class NoHash:
    def __eq__(self, other):
        return True


attempt("eq without hash", hash, NoHash())
attempt("in a set", lambda: {NoHash()})
attempt("as key", lambda: {NoHash(): 1})
print(NoHash.__hash__, isinstance(NoHash(), __import__("collections.abc").abc.Hashable))


class KeepHash(NoHash):
    __hash__ = object.__hash__


print(len({KeepHash(), 1}) > 0)


class Default(dict):
    def __missing__(self, key):
        self[key] = f"made {key}"
        return self[key]


d = Default(a=1)
print(d["a"], d["b"], d.get("c"), "c" in d, d)


class BadMissing(dict):
    __missing__ = 5


attempt("missing not callable", lambda: BadMissing()[1])
attempt("plain dict ignores instance", lambda: {}[1])
print(Text.__format__.__qualname__, object().__format__("")[:15], object.__str__(5), object.__repr__("x")[:12], int.__repr__(True), object.__format__(5, ""))
print(hash(Text(hash=2 ** 61 - 1)), hash(Text(hash=2 ** 61)), hash(Text(hash=-1)), hash(Text(hash=True)))
