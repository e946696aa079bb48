"""Every str method with wrong numbers and types of arguments: the messages."""
METHODS = [name for name in dir(str) if not name.startswith("__")]
ARGUMENTS = [(), (1,), (None,), ("a",), (b"a",), ("a", "b"), ("a", 1), ("a", 1, 2), ("a", "b", "c"),
             (1.5,), (["a"],), (("a",),), ("a", "b", 1), ("a", 1, 2, 3), (-1,), ("ab", 2.0)]
for name in METHODS:
    for arguments in ARGUMENTS:
        try:
            print(name, arguments, "->", repr(getattr("banana-Straße", name)(*arguments)))
        except Exception as error:
            print(name, arguments, "->", type(error).__name__, error)
for name, keywords in (("split", {"sep": "a"}), ("split", {"maxsplit": 1}),
                       ("split", {"sep": None, "maxsplit": 2}), ("split", {"x": 1}),
                       ("rsplit", {"sep": "", "maxsplit": 0}), ("splitlines", {"keepends": True}),
                       ("splitlines", {"keep": 1}),
                       ("encode", {"encoding": "ascii", "errors": "ignore"}), ("encode", {"errors": "x"}),
                       ("expandtabs", {"tabsize": 3}),
                       ("replace", {"old": "a", "new": "b"}), ("center", {"width": 3}),
                       ("strip", {"chars": "b"}), ("join", {"iterable": "ab"}),
                       ("upper", {"x": 1}),
                       ("format_map", {"mapping": {}}),
                       ("zfill", {"width": 20}), ("removeprefix", {"prefix": "b"}),
                       ("translate", {"table": {}})):
    try:
        print(name, keywords, repr(getattr("banana", name)(**keywords)))
    except Exception as error:
        print(name, keywords, type(error).__name__, error)
class Index:
    def __index__(self): return 2
print("banana".find("a", Index()), "banana".count("a", None, Index()), "ab".center(Index() and 5),
      "ab" * Index(), "banana"[Index():],
      "x".zfill(Index()), "a,b,c".split(",", Index()))
for bad in (("ab".join, [1]), ("ab".join, ["a", None]), ("".join, 5), ("".join, [b"a"]), ("a".__add__, 1),
            ("a".__mul__, 1.5), ("a".__contains__, 1),
            ("a".__getitem__, "b"), ("a".__getitem__, 5), ("a".__getitem__, 2 ** 70),
            ("a".__getitem__, slice("x")), ("a".__getitem__, slice(None, None, 0)),
            ("a".__mul__, 2 ** 70), ("a".__mod__, 3), ("a".__lt__, 3), ("a".__getnewargs__,),
            ("a".__format__, 3), ("a".__getattribute__, 3)):
    try:
        print(bad[0](*bad[1:]))
    except Exception as error:
        print(type(error).__name__, error)
