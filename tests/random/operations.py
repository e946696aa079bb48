"""A random program about operations, from a seed: operators, comparisons, subscripts, unpacking, loops, calls, functions
and methods of built-in types, each by code that runs often enough to be specialised, with operands that change.

usage: operations.py SEED
"""
import random
import sys

dice = random.Random(int(sys.argv[1]))


class Int(int):
    def __add__(self, other):
        return NotImplemented if other == 3 else Int(int(self) + 1)


class PlainInt(int):
    pass


class Text(str):
    def __radd__(self, other):
        return "radd"


class PlainText(str):
    pass


class List(list):
    def __getitem__(self, index):
        return "List", index


class PlainList(list):
    pass


class Table(dict):
    def __missing__(self, key):
        return "missing", key


class PlainTable(dict):
    pass


class Row(tuple):
    pass


class Float(float):
    def __rmul__(self, other):
        return "rmul"


class Thing:
    def __init__(self, value):
        self.value = value

    def __repr__(self):
        return f"Thing({self.value!r})"

    def __add__(self, other):
        return Thing(self.value + 1)

    def __radd__(self, other):
        return Thing(self.value - 1)

    def __eq__(self, other):
        return isinstance(other, Thing) and self.value == other.value

    def __lt__(self, other):
        return NotImplemented

    def __hash__(self):
        return hash(self.value)

    def __getitem__(self, index):
        return "Thing", index

    def __setitem__(self, index, value):
        self.value = value

    def __delitem__(self, index):
        self.value = 0

    def __iter__(self):
        return iter(range(self.value % 5))

    def __len__(self):
        return self.value % 4

    def __contains__(self, other):
        return other == self.value

    def __call__(self, *arguments, **keywords):
        return "called", arguments, sorted(keywords.items())

    def __index__(self):
        return self.value % 3


NUMBERS = [0, 1, 2, 3, 5, -1, -2, 10, 255, 2**30, 2**31, 2**62, 2**63, -2**63, 2**64, 10**20]
TEXTS = ["", "a", "abc", "\xe9", "\u4e2d", "\U0001f600x", "a" * 50]
MAKERS = [list, tuple, List, PlainList, Row, set, frozenset]
TABLES = [dict, Table, PlainTable]


def make_value(depth=0):
    number = dice.choice(NUMBERS)
    scalars = [number] * 7 + [float(number), dice.choice([0.0, -0.0, 1.5, 1e308, float("inf")]), True, False,
                              dice.choice(TEXTS), b"abc", b"", Int(number), PlainInt(number), Text("s"),
                              PlainText("abc"), Float(1.5), Thing(dice.randrange(6)), complex(number % 1000, 1)]
    if depth > 1 or dice.random() < .6:
        return dice.choice(scalars)
    items = [make_value(depth + 1) for _ in range(dice.randrange(4))]
    try:
        return dice.choice(MAKERS)(items) if dice.random() < .7 else dice.choice(TABLES)(zip(items, items))
    except TypeError:
        return range(dice.randrange(4), dice.randrange(6)) if depth == 0 else number


def show(value):
    name = type(value).__name__
    if isinstance(value, int) and value.bit_length() > 300:
        return f"{name} of {value.bit_length()} bits"
    if isinstance(value, (list, tuple)):
        return f"{name}[{', '.join(map(show, (list if isinstance(value, list) else tuple).__iter__(value)))}]"
    if isinstance(value, dict):
        return f"{name}{[(show(key), show(item)) for key, item in value.items()]}"
    if isinstance(value, (set, frozenset)):
        return f"{name}{sorted(map(show, value))}"
    if isinstance(value, (int, float, complex, str, bytes, range, Thing)):
        return name + repr(value)[:60]
    return name


def attempt(function, *arguments):
    try:
        return show(function(*arguments))
    except Exception as error:
        return f"{type(error).__name__}: {error}"[:160]


def compiled(source):
    space = {}
    exec(source, space)
    return space["f"]


def copied(value):
    if isinstance(value, Thing):
        return Thing(value.value)
    return type(value)(value) if isinstance(value, (list, dict, set)) else value


def is_small(value):
    return not isinstance(value, int) or abs(value) < 4000


pool = [make_value() for _ in range(25)]


def pick():
    return dice.choice(pool) if dice.random() < .8 else make_value()


def warm(label, functions, count, fits=lambda *values: True):
    """Runs the functions with the same operands once or often, then with others."""
    for _ in range(dice.randrange(1, 5)):
        operands = [pick() for _ in range(count)]
        if not fits(*operands):
            continue
        for _ in range(dice.choice([1, 10, 20])):
            shown = [attempt(function, *map(copied, operands)) for function in functions]
        print(label, *map(show, operands), "->", *shown)


def operate():
    operator = dice.choice(["+", "-", "*", "//", "/", "%", "&", "|", "^", "<<", ">>", "@"])
    big = operator in ("*", "<<")
    warm(operator, [compiled(f"def f(a, b): return a {operator} b"),
                    compiled(f"def f(a, b):\n a {operator}= b\n return a")], 2,
         lambda a, b: not big or is_small(a) and is_small(b))


def compare():
    operator = dice.choice(["==", "!=", "<", "<=", ">", ">=", "in", "not in"])
    warm(operator, [compiled(f"def f(a, b): return a {operator} b"),
                    compiled(f"def f(a, b):\n if a {operator} b: return 'yes'\n return 'no'")], 2)


def subscript():
    warm("[]", [compiled(f"def f(a, b, c, d):\n {body}") for body in
                ("return a[b]", "a[b] = c\n return a", "del a[b]\n return a", "return a[b:c]",
                 "a[b:c] = d\n return a")], 4, lambda a, b, c, d: is_small(c))


def unpack():
    shape = dice.choice(["x, y", "x,", "x, y, z", "x, *y", "*x, y", "[x, (y, z)]", "x, *y, z"])
    warm(shape, [compiled(f"def f(a):\n {shape} = a\n return [v for k, v in sorted(locals().items()) if k != 'a']")], 1,
         lambda a: not isinstance(a, (set, frozenset)))


def loop():
    warm("for", [compiled("def f(a):\n r = []\n for x in a:\n  r.append(x)\n  if len(r) > 9: break\n"
                          " else: r.append('else')\n return r"),
                 compiled("def f(a): return [x for x in a if x], {x for x in a}, {x: 1 for x in a}, tuple(x for x in a)")],
         1, lambda a: not isinstance(a, (set, frozenset)))


def call_builtin():
    name = dice.choice(["len", "abs", "repr", "type", "str", "tuple", "sum", "min", "sorted", "list", "bool", "int",
                        "float", "ord", "chr", "hex", "divmod", "round", "any", "max", "pow"])
    count = 2 if name in ("divmod", "pow") else 1
    warm(name, [compiled(f"def f(*a): return {name}(*a[:1]) if {count} == 1 else {name}(a[0], a[1])"),
                compiled(f"def f(*a): return {name}({', '.join(f'a[{i}]' for i in range(count))})")], count,
         lambda *values: all(map(is_small, values)) and not any(isinstance(v, (set, frozenset)) for v in values))


def call_method():
    name = dice.choice(["append", "pop", "get", "join", "split", "startswith", "upper", "extend", "update", "count",
                        "index", "copy", "clear", "add", "setdefault", "format", "encode", "insert", "remove", "sort",
                        "bit_length", "is_integer", "replace", "strip", "find"])
    count = dice.randrange(3)
    arguments = ", ".join(f"a[{i}]" for i in range(count))
    warm("." + name, [compiled(f"def f(o, *a):\n r = o.{name}({arguments})\n return r, o")], 1 + count,
         lambda owner, *values: all(map(is_small, values)) and not (name == "pop" and isinstance(owner, set)))


def random_signature():
    names = dice.sample("abcde", 5)
    positional, plain, named = (dice.randrange(3) for _ in range(3))
    has_default = False
    parameters = []
    for at, name in enumerate(names[:positional + plain]):
        if positional and at == positional:
            parameters.append("/")
        has_default = has_default or dice.random() < .3
        parameters.append(f"{name}={dice.randrange(9)}" if has_default else name)
    if positional and not plain:
        parameters.append("/")
    named = names[positional + plain:][:named]
    if dice.random() < .3:
        parameters.append("*args")
    elif named:
        parameters.append("*")
    parameters += [f"{name}={dice.randrange(9)}" if dice.random() < .5 else name for name in named]
    return ", ".join(parameters + ["**kw"] * (dice.random() < .3))


def random_arguments():
    arguments = [str(dice.randrange(99)) for _ in range(dice.randrange(4))] + ["*(1, 2)"] * (dice.random() < .2)
    arguments += [f"{name}={dice.randrange(99)}" for name in dice.sample(["a", "b", "c", "d", "e", "zz"], dice.randrange(4))]
    return ", ".join(arguments + ["**{'q': 1}"] * (dice.random() < .2))


def call():
    signature = random_signature()
    function = compiled(f"def f({signature}): return sorted(locals().items())")
    space = {"__repr__": lambda self: "owner", "method": function, "static": staticmethod(function),
             "cls": classmethod(function)}
    owner = type("Owner", (), space)
    made = type("Made", (), {"__init__": compiled(f"def f({signature}): return None")})
    targets = [function, owner().method, owner.static, owner.cls, made, lambda *a, **k: function(*a, **k)]
    for _ in range(dice.randrange(1, 5)):
        arguments = random_arguments()
        caller = compiled(f"def f(target): return target({arguments})")
        chosen = dice.sample(targets, dice.randrange(1, 4))
        for _ in range(dice.choice([1, 12, 24])):
            shown = [attempt(caller, target) for target in chosen]
        print(f"({signature})", f"({arguments})", *shown)


STATEMENTS = ["x = x + 1", "x = x * 2", "y = x", "x = y - 1", "t.append(x)", "x = t[-1] if t else 0", "x = -x", "x = not x",
              "y = x and y", "x = x or 3", "x, y = y, x", "y += 1", "if x: continue", "if y: break", "t = t + [x]",
              "t = [*t, y]", "x = len(t)", "x = {**{'a': x}}['a']", "x = f'{x}'", "x = (lambda q=x: q)()",
              "try: x = x[0]\n  except Exception: x = 7", "x = [q for q in t][:2]", "x = x if x else y"]


def run_statements():
    body = "\n".join("  " + dice.choice(STATEMENTS) for _ in range(dice.randrange(2, 9)))
    warm("loop", [compiled(f"def f(x, y):\n t = []\n for i in range(12):\n{body}\n return x, y, t")], 2,
         lambda x, y: not isinstance(x, (str, bytes, list, tuple)) and not isinstance(x, (set, frozenset)))


for _ in range(120):
    dice.choice([operate, compare, subscript, unpack, loop, call_builtin, call_method, call, run_statements])()
