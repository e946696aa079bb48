"""The worker of bad_calls.py: makes the calls of a plan and writes what became of each. Runs under both interpreters.

usage: call_natives.py PLAN FIRST LAST REPORT
A line of the plan is "target TAB receiver TAB arguments TAB keywords": `target` is "module.function", "module.Type",
".method" (of the receiver), "~method" (of the receiver's type, called unbound), "=attribute" (set it to the argument,
or delete it if there is none); receiver and arguments are names of VALUES, keywords "name=value". A line of the report
is "number TAB exception's type, or ok, or missing TAB message".
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


def new(name):
    """Makes objects of a module's member, imported when asked for."""
    module, _, member = name.rpartition(".")
    return lambda *arguments, **keywords: getattr(__import__(module), member)(*arguments, **keywords)


def made(name, *arguments, **keywords):
    return lambda: new(name)(*arguments, **keywords)


module_type = type(sys)
cell_type = type((lambda x: lambda: x)(1).__closure__[0])
from _collections import deque  # noqa: E402
from _functools import partial  # noqa: E402


class LyingStr(str):
    __len__ = __hash__ = __eq__ = __iter__ = __getitem__ = __str__ = __format__ = encode = join = raiser


class LyingTuple(tuple):
    __len__ = __iter__ = __getitem__ = __eq__ = __hash__ = __contains__ = raiser


class LyingDict(dict):
    __len__ = __iter__ = __getitem__ = __setitem__ = __contains__ = keys = items = get = raiser


class LyingList(list):
    __len__ = __iter__ = __getitem__ = __setitem__ = append = extend = __eq__ = raiser


class LyingInt(int):
    __index__ = __int__ = __float__ = __eq__ = __hash__ = __lt__ = __add__ = __bool__ = raiser


class Missing(dict):
    __missing__ = raiser


class BytesSubclass(bytes):
    pass


class TupleSubclass(tuple):
    pass


class SetSubclass(set):
    pass


class FloatSubclass(float):
    pass


class ScannerOptions:
    strict, object_hook, object_pairs_hook, parse_float, parse_int, parse_constant = True, None, None, float, int, echo


def stopping(count):
    left = iter(range(count))

    def method(*arguments):
        empty_victim()
        return next(left)
    return method


def half_built(name):
    """An object that nothing has initialised; the type itself if there is no way to make one."""
    cls = new_type(name)
    for make in (lambda: cls.__new__(cls), lambda: object.__new__(cls), lambda: type.__new__(cls, "C", (), {})):
        try:
            return make()
        except TypeError:
            pass
    return cls


def new_type(name):
    module, _, member = name.rpartition(".")
    return getattr(__import__(module), member)


def closed(thing):
    thing.close()
    return thing


def stream(kind):
    return new("_io." + kind)(new("_io.BytesIO")(b"ab\ncd\n"))


def detached(thing):
    thing.detach()
    return thing


def exhausted(iterator):
    for _ in iterator:
        pass
    return iterator


def exported():
    made = bytearray(b"abc")
    made_views.append(memoryview(made))
    del made_views[:-10]
    return made


made_views = []     # keep what they show from changing its size


def element_tree():
    made = new("_elementtree.Element")("root", {"a": "b"})
    for tag in ("x", "y", "x"):
        new("_elementtree.SubElement")(made, tag).text = tag
    return made


def started_builder():
    made = new("_elementtree.TreeBuilder")()
    made.start("a", {})
    made.data("text")
    return made


def fed_parser():
    made = new("_elementtree.XMLParser")()
    made.feed("<a>text<b/>")
    return made


def database(module):
    made = new(module + ".open")(module, "n")
    made[b"a"] = b"1"
    return made


def queue():
    made = new("_queue.SimpleQueue")()
    made.put(1)
    made.put(2)
    return made


def nonblocking_socket():
    made = new("_socket.socket")(1)
    made.setblocking(False)
    return made


def released_buffer():
    made = new("_pickle.PickleBuffer")(b"ab")
    made.release()
    return made


def pattern(text):
    import re
    return re.compile(text)


async def coroutine():
    pass


def awaited(made):
    wrapper = made.__await__()
    made.close()
    return wrapper


def suspended():
    made = generator()
    next(made)
    return made


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
    # numbers and texts that mean something to somebody
    "2**31": lambda: 2**31, "-2**31-1": lambda: -2**31 - 1, "255": lambda: 255, "256": lambda: 256, "1114112":
    lambda: 0x110000, "-inf": lambda: float("-inf"), "5e-324": lambda: 5e-324, "nanj": lambda: complex(1, float("nan")),
    "'%(a)s'": lambda: "%(a)s", "'%5.*x'": lambda: "%5.*x", "'{0!r:>{1}}'": lambda: "{0!r:>{1}}", "'>10'": lambda: ">10",
    "'<i'": lambda: "<i", "'i'": lambda: "i", "'exec'": lambda: "exec", "'strict'": lambda: "strict", "'rb'":
    lambda: "rb", "'a.b'": lambda: "a.b", "'NFC'": lambda: "NFC", "' 1_0 '": lambda: " 1_0 ", "'0x1f'": lambda: "0x1f",
    "'1e5'": lambda: "1e5", "'\\udcff'": lambda: "\udcff", "'(a'": lambda: "(a", "b'\\xff'": lambda: b"\xff\xfe\0",
    "'\\n'": lambda: "a\r\nb\n", "'a' * 300": lambda: "a" * 300, "bytessub": lambda: BytesSubclass(b"sub"),
    "tuplesub": lambda: TupleSubclass((1, 2)), "setsub": lambda: SetSubclass((1, 2)),
    "floatsub": lambda: FloatSubclass(2.5), "wide range": lambda: range(-2**200, 2**200, 2**199),
    # trees of XML, files that map octets to octets
    "element": lambda: element_tree(), "empty element": lambda: new("_elementtree.Element")("a"),
    "half element": lambda: half_built("_elementtree.Element"), "element iterator": lambda: element_tree().iter(),
    "text iterator": lambda: element_tree().itertext(), "tree builder": lambda: started_builder(),
    "half builder": lambda: half_built("_elementtree.TreeBuilder"), "xml parser": lambda: fed_parser(),
    "half xml parser": lambda: half_built("_elementtree.XMLParser"), "token iterator":
    lambda: new("_tokenize.TokenizerIter")("if a:\n  b\n"), "ndbm": lambda: database("_dbm"),
    "gdbm": lambda: database("_gdbm"), "closed ndbm": lambda: closed(database("_dbm")), "closed gdbm":
    lambda: closed(database("_gdbm")), "no mixer": lambda: new("ossaudiodev.openmixer")("/dev/null"),
    # views, streams, tables
    "cast": lambda: memoryview(bytearray(8)).cast("i"), "shaped": lambda: memoryview(bytes(12)).cast("B", (3, 4)),
    "strided": lambda: memoryview(b"abcdef")[::-2], "exported": exported, "array": made("array.array", "i", [1, 2]),
    "array u": made("array.array", "u", "ab"), "closed file": lambda: closed(new("_io.BytesIO")(b"ab")),
    "closed text": lambda: closed(new("_io.StringIO")("ab")), "reader": lambda: stream("BufferedReader"),
    "writer": lambda: stream("BufferedWriter"), "random access": lambda: stream("BufferedRandom"),
    "text": lambda: stream("TextIOWrapper"), "closed reader": lambda: closed(stream("BufferedReader")),
    "detached": lambda: detached(stream("TextIOWrapper")), "raw": lambda: new("_io.FileIO")("/dev/null"),
    "closed raw": lambda: closed(new("_io.FileIO")("/dev/null")),
    "mmap": made("mmap.mmap", -1, 10), "closed mmap": lambda: closed(new("mmap.mmap")(-1, 10)),
    "socket": nonblocking_socket, "closed socket": lambda: closed(nonblocking_socket()),
    "lock": made("_thread.allocate_lock"), "rlock": made("_thread.RLock"), "local": made("_thread._local"),
    "queue": queue, "csv reader": made("_csv.reader", ["a,b", 1]), "csv writer": lambda: new("_csv.writer")(
        new("_io.StringIO")()), "dialect": made("_csv.Dialect"), "compressor": made("zlib.compressobj"),
    "decompressor": made("zlib.decompressobj"), "bz2": made("_bz2.BZ2Compressor"), "unbz2": made("_bz2.BZ2Decompressor"),
    "lzma": made("_lzma.LZMACompressor"), "unlzma": made("_lzma.LZMADecompressor"), "md5": made("_md5.md5"),
    "sha3": made("_sha3.shake_128"), "blake2": made("_blake2.blake2b"), "hash": made("_hashlib.new", "sha256"),
    "pickler": lambda: new("_pickle.Pickler")(new("_io.BytesIO")()), "unpickler": lambda: new("_pickle.Unpickler")(
        new("_io.BytesIO")(b"N.")), "pickle buffer": made("_pickle.PickleBuffer", b"ab"),
    "released buffer": released_buffer, "memo": lambda: new("_pickle.Pickler")(new("_io.BytesIO")()).memo,
    "scanner": lambda: new("_json.make_scanner")(ScannerOptions), "encoder": made(
        "_json.make_encoder", None, echo, echo, None, ":", ",", False, False, False),
    "pattern": lambda: pattern("(a)(b)?"), "match": lambda: pattern("(a)(b)?").match("ab"),
    "bytes pattern": lambda: pattern(b"a*"), "re scanner": lambda: pattern("a").scanner("aab"),
    "entry": lambda: next(new("posix.scandir")("/proc/self")), "directory": made("posix.scandir", "/proc/self"),
    "old unicode": lambda: __import__("unicodedata").ucd_3_2_0, "xml": made("pyexpat.ParserCreate"),
    "poll": made("select.poll"), "epoll": made("select.epoll"), "closed epoll": lambda: closed(new("select.epoll")()),
    # iterators and callables
    "product": made("itertools.product", "ab", [1, 2]), "permutations": made("itertools.permutations", "abc", 2),
    "combinations": made("itertools.combinations", "abc", 2), "count": made("itertools.count", 1.5, 2),
    "big count": made("itertools.count", 2**63 - 2), "cycle": made("itertools.cycle", "ab"),
    "islice": made("itertools.islice", "abcdef", 1, 5, 2), "tee": lambda: new("itertools.tee")("abc")[0],
    "groupby": made("itertools.groupby", "aab"), "group": lambda: next(new("itertools.groupby")("aab"))[1],
    "accumulate": made("itertools.accumulate", [1, "a"]), "longest": made("itertools.zip_longest", "ab", [1]),
    "starmap": made("itertools.starmap", echo, [(1,), 2]), "takewhile": made("itertools.takewhile", echo, "ab"),
    "repeat": made("itertools.repeat", 1, 3), "pairwise": made("itertools.pairwise", "abc"),
    "exhausted": lambda: exhausted(iter([1])), "exhausted zip": lambda: exhausted(zip("a")),
    "exhausted dict": lambda: exhausted(iter({1: 2})), "exhausted tee": lambda: exhausted(new("itertools.tee")("a")[0]),
    "exhausted reversed": lambda: exhausted(reversed([1])), "call iterator": lambda: iter(int, 0),
    "item iterator": lambda: iter(hostile_class(getitem=lambda self, index: "abc"[index])), "list iterator": lambda: iter([1, 2]),
    "range iterator": lambda: iter(range(3)), "long range": lambda: iter(range(2**70, 2**70 + 2)),
    "cached": lambda: new("_functools._lru_cache_wrapper")(echo, 2, False, tuple), "attrgetter":
    made("_operator.attrgetter", "a.b", "c"), "itemgetter": made("_operator.itemgetter", 1, "a"), "methodcaller":
    made("_operator.methodcaller", "a", 1, b=2), "tuplegetter": made("_collections._tuplegetter", 1, "doc"),
    "coroutine": lambda: closed(coroutine()), "async generator": asynchronous, "asend": lambda: asynchronous().asend(1),
    "athrow": lambda: asynchronous().athrow(Hostile), "awaited": lambda: awaited(coroutine()), "suspended": suspended,
    "variable": made("_contextvars.ContextVar", "v", default=1), "token": lambda: new("_contextvars.ContextVar")(
        "v").set(1), "decode error": lambda: UnicodeDecodeError("a", b"bcd", 1, 2, "why"), "encode error":
    lambda: UnicodeEncodeError("a", "bcd", -5, 20, "why"), "syntax error": lambda: SyntaxError("m", ("f", 1, 2, "t", 1, 3)),
    "os error": lambda: OSError(2, "text", "name", None, "other"), "import error": lambda: ImportError("m", name="n"),
    "key error": lambda: KeyError("k"), "exit": lambda: SystemExit(1), "stop": lambda: StopIteration(1), "attribute error":
    lambda: AttributeError("a", name="b", obj=1), "node": lambda: new("_ast.Constant")(1), "tree": lambda: compile(
        "f(a)", "", "eval", 1024), "random state": lambda: new("_random.Random")(1).getstate(),
    # made without __init__
    **{"half " + name: (lambda name=name: half_built(name)) for name in """
        builtins.int builtins.str builtins.list builtins.dict builtins.set builtins.frozenset builtins.bytearray
        builtins.property builtins.staticmethod builtins.classmethod builtins.super builtins.enumerate builtins.type
        builtins.BaseException builtins.OSError builtins.SyntaxError builtins.UnicodeDecodeError builtins.ImportError
        builtins.UnicodeEncodeError builtins.UnicodeTranslateError builtins.StopIteration builtins.SystemExit
        builtins.AttributeError builtins.NameError builtins.KeyError builtins.BlockingIOError _collections.deque
        _collections.defaultdict _collections.OrderedDict _functools.partial _io.BytesIO _io.StringIO _io.FileIO
        _io.BufferedReader _io.BufferedWriter _io.BufferedRandom _io.BufferedRWPair _io.TextIOWrapper
        _io.IncrementalNewlineDecoder _io._IOBase _io._RawIOBase _struct.Struct _random.Random _thread._local
        _pickle.Pickler _pickle.Unpickler _lzma.LZMACompressor _lzma.LZMADecompressor _bz2.BZ2Compressor
        _bz2.BZ2Decompressor _csv.Dialect _ast.Name _ast.BinOp _queue.SimpleQueue _socket.socket xxsubtype.spamlist
        _contextvars.Context _json.make_scanner _json.make_encoder _thread.RLock
        """.split()},
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
    "getitem mutates": lambda: hostile_class(len=lambda self: 3, getitem=lambda self, index: (
        empty_victim(), (1, 2, 3)[index])[1]),
    "len mutates": lambda: hostile_class(len=mutating(3), getitem=lambda self, index: (1, 2, 3)[index]),
    "next mutates": lambda: hostile_class(iter=lambda self: self, next=stopping(3)),
    "bool mutates": lambda: hostile_class(bool=mutating(True)), "repr mutates": lambda: hostile_class(
        repr=mutating("r"), str=mutating("s"), format=mutating("f")),
    "hint huge": lambda: hostile_class(iter=lambda self: iter((1,)), length_hint=lambda self: sys.maxsize),
    "hint negative": lambda: hostile_class(iter=lambda self: iter((1,)), length_hint=lambda self: -1),
    "iter self": lambda: hostile_class(iter=lambda self: self), "next none": lambda: hostile_class(
        iter=lambda self: hostile_class(next=None, iter=lambda self: self)), "eq none": lambda: hostile_class(eq=None, hash=None),
    "contains raises": lambda: hostile_class(contains=raiser), "call raises": lambda: hostile_class(call=raiser),
    "lt raises": lambda: hostile_class(lt=raiser, gt=raiser, le=raiser, ge=raiser),
    "index self": lambda: hostile_class(index=lambda self: self), "float mutates": lambda: hostile_class(
        float=mutating(1.0), int=mutating(1), complex=mutating(1j), index=mutating(2)),
    "class lies": lambda: hostile_class(**{"class": property(lambda self: int)}), "dict raises": lambda: hostile_class(
        dict=property(raiser)), "await int": lambda: hostile_class(**{"await": lambda self: 1}), "missing": lambda: Missing(a=1),
    "keys raises": lambda: type("H", (), {"keys": raiser, "items": raiser})(), "keys int": lambda: type(
        "H", (), {"keys": lambda self: 1})(), "write raises": lambda: type("H", (), {
            name: raiser for name in "read readinto readline write seek tell close flush readable".split()})(),
    "read str": lambda: type("H", (), {name: lambda self, *sizes: "x" for name in "read readline readinto".split()})(),
    "read int": lambda: type("H", (), {name: lambda self, *sizes: 2**70 for name in
                                       "read readline readinto write seek tell peek read1".split()})(),
    "slots deleted": lambda: WithSlots(), "str subclass": lambda: LyingStr("abc"), "tuple subclass": lambda: LyingTuple((1, 2)),
    "dict subclass": lambda: LyingDict(a=1), "list subclass": lambda: LyingList([1, 2]), "int subclass": lambda: LyingInt(3),
}


def make_call(target, receiver, arguments, keywords):
    global victim
    victim = arguments[0] if target.startswith("~") and arguments else receiver
    if target.startswith("="):
        return setattr(receiver, target[1:], *arguments) if arguments else delattr(receiver, target[1:])
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
    try:
        values = [VALUES[name]() for name in arguments.split(";")] if arguments else []
        named = dict(part.split("=", 1) for part in keywords.split(";")) if keywords else {}
        named = {name: VALUES[value]() for name, value in named.items()}
        holder = VALUES[receiver]() if receiver else (values[0] if values else None)
    except Exception as error:
        return "missing", type(error).__name__ + " " + str(error)
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
    if target[0] in ".~=":
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
