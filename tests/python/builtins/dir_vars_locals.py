"""dir, vars, locals, globals: what they list in modules, classes, functions, comprehensions and class bodies."""


def attempt(label, function):
    try:
        print(label, function())
    except Exception as error:
        print(label, type(error).__name__, error)


class Base:
    inherited = 1

    def method(self):
        pass


class Child(Base):
    own = 2

    def __init__(self):
        self.instance = 3


class Custom:
    def __dir__(self):
        return ["b", "a", "c"]


class Wrong:
    def __dir__(self):
        return 5


print([name for name in dir(Child()) if not name.startswith("__")])
print([name for name in dir(Child) if not name.startswith("__")])
print(dir(Custom()), "__dir__" in dir(Custom))
attempt("wrong", lambda: dir(Wrong()))
attempt("mixed", lambda: dir(type("M", (), {"__dir__": lambda self: [1, "a"]})()))
print(vars(Child()), sorted(name for name in vars(Child) if not name.startswith("__")), type(vars(Child)).__name__)
attempt("no dict", lambda: vars(5))
attempt("none", lambda: sorted(vars())[:1])


def function(argument, *rest, named=5, **others):
    before = sorted(locals())
    later = 1
    if later:
        inner = [sorted(locals()) for _ in (0,)]
    return before, sorted(locals()), inner


print(function(1, x=2))


def closure():
    captured = 1

    def inner():
        own = captured
        return locals()

    return inner(), sorted(locals())


print(closure())


def snapshot():
    value = 1
    names = locals()
    names["value"] = 2
    names["added"] = 3
    return value, names["value"], sorted(locals())


print(snapshot())


class Body:
    first = 1
    seen = sorted(name for name in locals() if not name.startswith("__"))
    locals()["made"] = "by locals"


print(Body.seen, Body.made)
print(globals() is locals(), globals()["Body"] is Body, "attempt" in dir(), sorted(dir()) == dir())
globals()["fresh"] = "by globals"
print(fresh)
print(exec("print(sorted(k for k in locals()))", {}, {"only": 1}))
