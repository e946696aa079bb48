"""exec and eval with globals and locals: where names land, mappings as locals, builtins injected, closures, code objects."""
space = {}
exec("a = 1\ndef f(): return a\nclass C: b = a", space)
print(space["f"](), space["C"].b, sorted(k for k in space if k != "__builtins__"), "__builtins__" in space)
outer, inner = {"x": 1}, {}
exec("y = x + 1\nglobal z\nz = y\ndef g():\n    try: return y\n    except NameError as e: return str(e)\nr = g()", outer, inner)
print(sorted(k for k in outer if k[0] != "_"), {k: v for k, v in inner.items() if k != "g"})


class Logging(dict):
    def __getitem__(self, key):
        print("get", key)
        return super().__getitem__(key)

    def __setitem__(self, key, value):
        print("set", key)
        super().__setitem__(key, value)

    def __delitem__(self, key):
        print("del", key)
        super().__delitem__(key)

    def __missing__(self, key):
        if key == "magic":
            return 42
        raise KeyError(key)


exec("q = magic\ndel q\nprint(len('abc'))", {}, Logging())
print(eval("magic", {}, Logging()), eval("a + b", {"a": 1}, {"b": 2}), eval(" \t 1 + 1"))


class NotADict:
    def __getitem__(self, key):
        return key.upper()

    def keys(self):
        return []


print(eval("hello", {"__builtins__": {}}, NotADict()))
for expression in ("eval('1', 5)", "eval('1', {}, 5)", "exec('1', [])", "exec('1', NotADict())", "eval(5)", "eval(None)", "eval('x =')", "eval('1\\n2')", "eval('')", "eval('pass')", "exec('a b')", "eval(b'1 + 1')", "eval(bytearray(b'2'))",
                   "exec(compile('x', 'n', 'single'))", "compile('1', 'n', 'other')", "compile('1', 'n', 'eval', 99999)", "compile('1', 5, 'eval')", "compile(5, 'n', 'eval')", "compile('1', 'n', 'eval', 0, 0, 5)", "eval('\\0')", "eval(b'\\xff')",
                   "compile('a\\0b', 'n', 'exec')", "eval('1', {'__builtins__': {}})", "eval('len', {'__builtins__': {}})", "eval('len', {'__builtins__': {'len': 7}})", "exec('1', {}, {}, {})", "exec()"):
    try:
        print(expression, "=", eval(expression))
    except Exception as error:
        print(expression, "->", type(error).__name__, str(error).split(" (")[0])


def function():
    local = 1
    exec("local = 2; new = 3")
    print(local, "new" in locals(), eval("local"))
    exec("captured = local", globals(), locals())
    try:
        return captured
    except NameError as error:
        return str(error)


print(function())


def make():
    cell = 5

    def inner():
        return cell
    return inner


import types
code = make().__code__
for arguments in ({}, {"closure": (types.CellType(9),)}, {"closure": ()}, {"closure": [types.CellType(1)]}, {"closure": (5,)}):
    try:
        print(exec(code, {}, **arguments))
    except TypeError as error:
        print(error)
try:
    exec("x", {}, closure=(types.CellType(1),))
except TypeError as error:
    print(error)
try:
    eval(code)
except TypeError as error:
    print(error)
code = compile("[x for x in range(3)]\n5", "<f>", "single") if False else compile("5\n", "<f>", "single")
exec(code)
exec(compile("None\n", "<f>", "single"))
exec(compile("for i in 'ab': i\n", "<f>", "single"))
