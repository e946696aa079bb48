"""The worker of bad_calls.py: makes the calls of a plan and writes what became of each. Runs under both interpreters.

usage: call_natives.py PLAN FIRST LAST REPORT
A line of the plan is "target TAB receiver TAB arguments TAB keywords": `target` is "module.function", "module.Type",
".method" (of the receiver) or "~method" (of the receiver's type, called unbound); receiver and arguments are names of VALUES, keywords "name=value". A line of the report is
"number TAB exception's type, or ok, or missing TAB message".
"""
import sys


class Hostile(Exception):
    """What the hostile objects raise."""


victim = None   # the receiver of the call under way, for objects that change it behind its back


def empty_victim():
    for method in ("clear", "close", "pop"):
        if hasattr(type(victim), method):
            try:
                getattr(victim, method)()
            except Exception:
                pass
            return


def raiser(*arguments, **keywords):
    raise Hostile("as it does")


def hostile_class(**methods):
    """An instance of a new class with these special methods (without the underscores)."""
    return type("H", (), {"__%s__" % name: function for name, function in methods.items()})()


def mutating(result):
    def method(*arguments):
        empty_victim()
        return result
    return method


def generator():
    yield 1
    yield "two"


def echo(*arguments):
    return arguments


def failing_generator():
    yield 1
    raise Hostile("in a generator")


class Plain:
    attribute = 1


class WithSlots:
    __slots__ = ("field",)


class IntSubclass(int):
    pass


class StrSubclass(str):
    pass


class ListSubclass(list):
    pass


class DictSubclass(dict):
    pass


module_type = type(sys)
cell_type = type((lambda x: lambda: x)(1).__closure__[0])
from _collections import deque  # noqa: E402
from _functools import partial  # noqa: E402

VALUES = {
    "None": lambda: None, "True": lambda: True, "0": lambda: 0, "1": lambda: 1, "-1": lambda: -1, "7": lambda: 7,
    "2**62": lambda: 2**62, "2**63-1": lambda: 2**63 - 1, "2**63": lambda: 2**63, "-2**63": lambda: -2**63,
    "2**200": lambda: 2**200, "-2**200": lambda: -2**200, "1.5": lambda: 1.5, "-0.0": lambda: -0.0,
    "nan": lambda: float("nan"), "inf": lambda: float("inf"), "1e308": lambda: 1e308, "1j": lambda: 1j,
    "''": lambda: "", "'a'": lambda: "a", "'abc abc'": lambda: "abc abc", "surrogate": lambda: "\ud800",
    "wide": lambda: "\xe9\U0001F600", "'%s'": lambda: "%s", "'{0}'": lambda: "{0}", "'{'": lambda: "{",
    "'12'": lambda: "12", "'__class__'": lambda: "__class__", "'utf-8'": lambda: "utf-8", "nul": lambda: "a\0b",
    "b''": lambda: b"", "b'abc'": lambda: b"abc", "b'12'": lambda: b"12", "bytearray": lambda: bytearray(b"xyz"),
    "memoryview": lambda: memoryview(b"abcd"), "released": lambda: released_view(),
    "()": lambda: (), "(1, 2)": lambda: (1, 2), "pairs": lambda: ((1, 2), (3, 4)), "('a',)": lambda: ("a",),
    "[]": lambda: [], "[3, 1, 2]": lambda: [3, 1, 2], "['a', 1]": lambda: ["a", 1], "self-containing": lambda: knot(),
    "{}": lambda: {}, "{'a': 1}": lambda: {"a": 1}, "{1: 2}": lambda: {1: 2, 3: 4}, "set()": lambda: set(),
    "{1, 'a'}": lambda: {1, "a"}, "frozenset": lambda: frozenset({1, 2}), "range": lambda: range(3),
    "backwards": lambda: range(5, 0, -2), "slice": lambda: slice(None), "slice0": lambda: slice(1, 2, 0),
    "slicehuge": lambda: slice(-2**200, 2**200, 2**63), "iterator": lambda: iter([1, 2]), "map": lambda: map(str, [1]),
    "generator": generator, "failing": failing_generator, "function": lambda: (lambda *arguments: arguments),
    "echo": lambda: echo, "raiser": lambda: raiser, "class": lambda: type("C", (), {}), "int": lambda: int,
    "str": lambda: str, "type": lambda: type, "object": lambda: object, "object()": object,
    "Ellipsis": lambda: Ellipsis, "NotImplemented": lambda: NotImplemented, "error": lambda: ValueError("text"),
    "ValueError": lambda: ValueError, "module": lambda: module_type("m"), "plain": Plain, "slots": WithSlots,
    "intsub": lambda: IntSubclass(5), "strsub": lambda: StrSubclass("sub"), "listsub": lambda: ListSubclass([1, 2]),
    "dictsub": lambda: DictSubclass(a=1), "keys": lambda: {1: 2}.keys(), "items": lambda: {1: 2}.items(),
    "property": lambda: property(lambda self: 1), "code": lambda: echo.__code__, "method": lambda: [].append,
    "alias": lambda: list[int], "union": lambda: int | str, "proxy": lambda: type.__dict__["__dict__"].__get__(Plain),
    "namespace": lambda: type(sys.implementation)(a=1), "group": lambda: ExceptionGroup("g", [ValueError(1)]),
    "deep": lambda: nested(200), "long text": lambda: "x" * 5000, "frame": lambda: sys._getframe(),
    "itertools": lambda: __import__("itertools").chain([1], "a"), "deque": lambda: deque((1, "a", None), 4),
    "defaultdict": lambda: __import__("_collections").defaultdict(list, a=1), "enumerate": lambda: enumerate("ab"),
    "zip": lambda: zip([1], "a"), "reversed": lambda: reversed([1, 2]), "dictiter": lambda: iter({1: 2, 3: 4}),
    "setiter": lambda: iter({1, 2}), "striter": lambda: iter("ab"), "closed": lambda: closed_generator(),
    "coroutine wrapper": lambda: asynchronous().__aiter__(), "partial": lambda: partial(echo, 1, a=2),
    "lru": lambda: __import__("_functools").cmp_to_key(echo), "stringio": lambda: __import__("_io").StringIO("a\nb"),
    "bytesio": lambda: __import__("_io").BytesIO(b"ab"), "struct": lambda: __import__("_struct").Struct("<hb"),
    "weakref": lambda: __import__("_weakref").ref(Plain), "dead proxy": lambda: __import__("_weakref").proxy(Plain()),
    "super": lambda: super(IntSubclass, IntSubclass(3)), "staticmethod": lambda: staticmethod(echo),
    "classmethod": lambda: classmethod(echo), "cell": lambda: cell_type(1), "traceback": lambda: some_traceback(),
    "random": lambda: __import__("_random").Random(1), "context": lambda: __import__("_contextvars").Context(),
    "struct_time": lambda: __import__("time").gmtime(0), "wrapper": lambda: int.__add__, "bound": lambda: (1).__add__,
    # the hostile ones
    "index raises": lambda: hostile_class(index=raiser), "index str": lambda: hostile_class(index=lambda self: "1"),
    "index huge": lambda: hostile_class(index=lambda self: 2**100), "index 1": lambda: hostile_class(
        index=lambda self: 1),
    "index mutates": lambda: hostile_class(index=mutating(1)), "len raises": lambda: hostile_class(
        len=raiser, getitem=raiser),
    "len -1": lambda: hostile_class(len=lambda self: -1, getitem=raiser), "len huge": lambda: hostile_class(
        len=lambda self: 2**100, getitem=raiser),
    "iter raises": lambda: hostile_class(iter=raiser), "iter int": lambda: hostile_class(iter=lambda self: 1),
    "iter mutates": lambda: hostile_class(iter=lambda self: iter(mutating((1, 2))())),
    "next raises": lambda: hostile_class(iter=lambda self: self, next=raiser),
    "eq raises": lambda: hostile_class(eq=raiser, hash=lambda self: 1),
    "eq mutates": lambda: hostile_class(eq=mutating(True), hash=mutating(1)),
    "lt mutates": lambda: hostile_class(lt=mutating(True), gt=mutating(False)),
    "hash raises": lambda: hostile_class(hash=raiser), "hash str": lambda: hostile_class(hash=lambda self: "1"),
    "bool raises": lambda: hostile_class(bool=raiser), "bool int": lambda: hostile_class(bool=lambda self: 1),
    "repr int": lambda: hostile_class(repr=lambda self: 1, str=lambda self: b""),
    "repr raises": lambda: hostile_class(repr=raiser, str=raiser, format=raiser),
    "int raises": lambda: hostile_class(int=raiser, float=raiser, complex=raiser),
    "int str": lambda: hostile_class(int=lambda self: "1", float=lambda self: 1, complex=lambda self: 1),
    "float 1": lambda: hostile_class(float=lambda self: 1.0), "getattr raises": lambda: hostile_class(getattr=raiser),
    "getattribute": lambda: hostile_class(getattribute=raiser), "call mutates": lambda: mutating(1),
    "add raises": lambda: hostile_class(add=raiser, radd=raiser, mul=raiser, rmul=raiser, mod=raiser, rmod=raiser),
    "hint": lambda: hostile_class(iter=lambda self: iter((1,)), length_hint=lambda self: "x"),
    "fspath": lambda: hostile_class(fspath=lambda self: 1), "bytes": lambda: hostile_class(bytes=lambda self: "x"),
    "mapping": lambda: hostile_class(
        keys=lambda self: ["a", 1], getitem=lambda self, key: {"a": 1, 1: 2}[key]),
    "descriptor": lambda: hostile_class(get=raiser, set=raiser, delete=raiser),
}


def nested(depth):
    made = ()
    for _ in range(depth):
        made = (made,)
    return made


def closed_generator():
    made = generator()
    next(made)
    made.close()
    return made


async def asynchronous():
    yield 1


def some_traceback():
    try:
        raise Hostile
    except Hostile as error:
        return error.__traceback__


def released_view():
    view = memoryview(bytearray(b"abc"))
    view.release()
    return view


def knot():
    made = [1]
    made.append(made)
    return made


def make_call(target, receiver, arguments, keywords):
    global victim
    victim = arguments[0] if target.startswith("~") and arguments else receiver
    if target.startswith("."):
        function = getattr(receiver, target[1:])
    elif target.startswith("~"):
        function = getattr(type(receiver), target[1:])
    else:
        module, _, name = target.rpartition(".")
        function = getattr(__import__(module), name)
    return function(*arguments, **keywords)


def outcome(line):
    target, receiver, arguments, keywords = line.split("\t")
    values = [VALUES[name]() for name in arguments.split(";")] if arguments else []
    named = dict(part.split("=", 1) for part in keywords.split(";")) if keywords else {}
    named = {name: VALUES[value]() for name, value in named.items()}
    holder = VALUES[receiver]() if receiver else (values[0] if values else None)
    if not is_there(target, holder):
        return "missing", ""
    try:
        make_call(target, holder, values, named)
    except BaseException as error:
        try:
            message = str(error)
        except BaseException:
            message = "?"
        return type(error).__name__, message
    return "ok", ""


def is_there(target, receiver):
    if target[0] in ".~":
        return any(target[1:] in vars(base) for base in type(receiver).__mro__)
    module, _, name = target.rpartition(".")
    return hasattr(__import__(module), name)


def main():
    plan, first, last, report = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
    with open(plan, encoding="utf-8") as file:
        lines = file.read().split("\n")[first:last]
    with open(report, "w", encoding="utf-8", errors="surrogateescape") as file:
        for number, line in enumerate(lines, first):
            file.write("%d\t" % number)
            file.flush()    # who reads the report of a crash sees which call it was
            kind, message = outcome(line)
            try:
                shown = ascii(message)[1:-1]
            except Exception:   # CPython forgets the error of iter(released view), which then surfaces here
                shown = ascii(message)[1:-1]
            file.write("%s\t%s\n" % (kind, shown))


if __name__ == "__main__":
    main()
