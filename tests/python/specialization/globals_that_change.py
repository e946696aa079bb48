"""LOAD_GLOBAL stays right when globals and builtins come, go, change and move."""
import builtins

number = 1


def read():
    return number


def read_builtin():
    return len


def attempt(label, function):
    try:
        print(label, function())
    except NameError as error:
        print(label, "NameError:", error)


for _ in range(100):
    read(), read_builtin()
attempt("warm", read)
number = 2
attempt("rebound", read)
del number
attempt("deleted", read)
builtins.number = "a builtin"
attempt("builtin", read)
number = 3
attempt("global again", read)
del number
del builtins.number
attempt("gone", read)
number = 4
for i in range(200):
    globals()[f"filler_{i}"] = i
attempt("table resized", read)
for i in range(200):
    del globals()[f"filler_{i}"]
attempt("holes", read)

len_before = len
attempt("len", lambda: read_builtin() is len_before)
len = "shadowed"
attempt("shadow", read_builtin)
del len
attempt("shadow gone", lambda: read_builtin() is len_before)
builtins.len = lambda o: "other len"
attempt("replaced", lambda: read_builtin()([1]))
builtins.len = len_before
attempt("restored", lambda: read_builtin()([1]))

source = "def f():\n    return value\n"
space = {"value": "one"}
exec(source, space)
f = space["f"]
for _ in range(100):
    f()
print(f())
space.clear()
attempt("cleared", f)
space["value"] = "two"
attempt("filled", f)


class Strange(dict):
    def __missing__(self, key):
        return "missing " + key


namespace = Strange()
exec("def g():\n    return value\nresult = value", {}, namespace)
print(namespace["result"])
