"""__import__, __build_class__, type(name, bases, dict) and module attributes."""


def attempt(label, function):
    try:
        print(label, repr(function()))
    except BaseException as error:
        print(label, type(error).__name__, error)


attempt("module", lambda: __import__("math").sqrt(4))
attempt("package", lambda: __import__("os.path").__name__)
attempt("from list", lambda: __import__("os.path", fromlist=["join"]).__name__)
attempt("absent", lambda: __import__("no_such_module_here"))
attempt("absent inside", lambda: __import__("os.no_such_part"))
attempt("empty", lambda: __import__(""))
attempt("type", lambda: __import__(5))
attempt("relative without package", lambda: __import__("x", {}, {}, [], 1))
attempt("negative level", lambda: __import__("x", {}, {}, [], -1))
attempt("relative type", lambda: __import__("x", {"__package__": 5}, {}, [], 1))


def body_source():
    pass


attempt("build without name", lambda: __build_class__(body_source))
attempt("build without function", lambda: __build_class__(5, "X"))
attempt("build with bad name", lambda: __build_class__(body_source, 5))
attempt("build", lambda: __build_class__(body_source, "Made").__name__)

Made = type("Made", (int,), {"extra": 1, "__doc__": "made by type"})
print(Made.__name__, Made.__qualname__, Made.__module__, Made.__doc__, Made(5) + 1, Made.extra)
attempt("bases", lambda: type("X", int, {}))
attempt("dict", lambda: type("X", (), []))
attempt("name", lambda: type(5, (), {}))
attempt("two arguments", lambda: type("X", ()))
attempt("not subclassable", lambda: type("X", (bool,), {}))
attempt("duplicate", lambda: type("X", (int, int), {}))
attempt("layout", lambda: type("X", (int, str), {}))
attempt("order", lambda: type("X", (object, int), {}))
attempt("not a class", lambda: type("X", (5,), {}))
attempt("slots", lambda: type("X", (), {"__slots__": ["a", "1b"]}))
attempt("qualname", lambda: type("X", (), {"__qualname__": 5}))
attempt("null", lambda: type("X\0Y", (), {}))
attempt("keyword", lambda: type("X", (), {}, extra=1))

module = type(__builtins__)("fresh", "documented")
print(module, module.__doc__, sorted(vars(module)))
module.value = 5
print(module.value)
attempt("missing", lambda: module.other)
del module.__name__
attempt("without name", lambda: module.other)
module.__getattr__ = lambda name: f"made {name}"
print(module.anything)
