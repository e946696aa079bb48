"""eval, exec, compile: namespaces, builtins, modes, flags, closures, and the errors each one raises."""


def attempt(label, function):
    try:
        print(label, repr(function()))
    except BaseException as error:
        print(label, type(error).__name__, error)


print(eval("1 + 2"), eval(" \t 3 "), eval("x * 2", {"x": 5}), eval("x + y", {"x": 1}, {"y": 2}), eval(b"4 + 4"))
attempt("statement", lambda: eval("x = 1"))
attempt("empty", lambda: eval(""))
attempt("null byte", lambda: eval("1\0"))
attempt("undefined", lambda: eval("nowhere"))
attempt("globals type", lambda: eval("1", []))
attempt("locals type", lambda: eval("1", {}, 5))
attempt("source type", lambda: eval(5))

space = {}
print(exec("def f(n):\n    return n + k\nk = 10", space), space["f"](5), "__builtins__" in space)
attempt("restricted", lambda: eval("len('x')", {"__builtins__": {}}))
attempt("own builtins", lambda: eval("len('x')", {"__builtins__": {"len": lambda text: "mine"}}))


class Namespace(dict):
    def __missing__(self, key):
        print("missing", key)
        if key == "print":
            raise KeyError(key)
        return key.upper()


exec("print(alpha, beta)", {}, Namespace())


class Mapping:
    def __init__(self):
        self.stored = {}

    def __getitem__(self, key):
        return self.stored[key]

    def __setitem__(self, key, value):
        print("store", key, value)
        self.stored[key] = value

    def __delitem__(self, key):
        print("delete", key)
        del self.stored[key]


exec("a = 1\nb = a + 1\ndel a\nfor i in range(2): pass", {}, Mapping())
attempt("delete missing", lambda: exec("del zzz", {}, Mapping()))

code = compile("a + b", "<here>", "eval")
print(eval(code, {"a": 1, "b": 2}), code.co_filename, code.co_name, code.co_names)
exec(compile("5; 'shown'; None", "<here>", "single"))
attempt("mode", lambda: compile("1", "f", "other"))
attempt("flags", lambda: compile("1", "f", "eval", flags=1 << 30))
attempt("optimize", lambda: compile("1", "f", "eval", optimize=7))
print(eval(compile("__debug__", "f", "eval", optimize=1)), eval(compile("__debug__", "f", "eval", optimize=0)))
attempt("two statements", lambda: compile("a\nb", "f", "single"))
attempt("syntax", lambda: compile("a b", "f", "exec"))
attempt("indent", lambda: compile("if 1:\npass", "f", "exec"))


def outer():
    captured = 3

    def inner():
        return captured

    return inner


attempt("free variables", lambda: eval(outer().__code__))
attempt("free in exec", lambda: exec(outer().__code__))
exec("print(cell)", {"cell": 5})
exec(compile("from __future__ import annotations\ndef g(a: not_defined): pass\nprint(g.__annotations__)", "f", "exec"))
