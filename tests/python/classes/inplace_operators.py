"""Augmented assignment: in-place methods, falling back, returning something else, NotImplemented, targets of every form."""


class Logged:
    def __init__(self, name, **results):
        self.name, self.results = name, results

    def __repr__(self):
        return self.name

    def answer(self, method, other):
        result = self.results.get(method, NotImplemented)
        print(f"  {self}.{method}({other!r}) -> {result!r}")
        return result


names = ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "lshift", "rshift", "and", "or", "xor", "matmul")
for name in names:
    for prefix in ("", "r", "i"):
        setattr(Logged, f"__{prefix}{name}__", (lambda method: lambda self, other, *more: self.answer(method, other))(f"{prefix}{name}"))
operators = dict(zip(names, ("+=", "-=", "*=", "/=", "//=", "%=", "**=", "<<=", ">>=", "&=", "|=", "^=", "@=")))
for name in names:
    space = {"x": Logged("x", **{"i" + name: "in place"})}
    exec(f"x {operators[name]} 5", space)
    print(name, space["x"])
for results in ({"add": "plain"}, {}, {"iadd": None}):
    x = Logged("x", **results)
    try:
        x += 1
        print("=", x)
    except TypeError as error:
        print(error)
x = 5
y = Logged("y", radd="reflected")
x += y
print(x)
for name in names:
    space = {"x": object(), "y": Logged("y")}
    try:
        exec(f"x {operators[name]} y", space)
    except TypeError as error:
        print(error)
t = ([1], 2)
try:
    t[0] += [5]
except TypeError as error:
    print(error, t)
a = b = [1]
a += (2,)
a += "xy"
a *= 2
print(a is b, b)
try:
    a += 5
except TypeError as error:
    print(error)
s = frozen = frozenset({1})
s |= {2}
print(s is frozen, sorted(s))
u = v = {1, 2, 3}
u &= {2, 3, 4}
u -= {3}
u ^= {9}
u |= {7}
print(u is v, sorted(v))
try:
    u |= [1]
except TypeError as error:
    print(error)
d = e = {"a": 1}
d |= {"b": 2}
d |= [("c", 3)]
print(d is e, e)
try:
    d |= 5
except TypeError as error:
    print(error)


class Holder:
    count = 0

    def __getitem__(self, key):
        print("get", key)
        return 1

    def __setitem__(self, key, value):
        print("set", key, value)


h = Holder()
h.count += 1
h[print("key once") or "k"] += 4
print(Holder.count, h.count, vars(h))
f = lambda: (print("object once"), h)[1]
f().count -= 10
f()["q"] **= 3
print(h.count)
big = 2 ** 64
same = big
big += 0
print(big == same, (z := 3), z)
for source in ("a + 1 += 2", "(a, b) += 1", "[a] += 1", "f() += 1", "5 += 1", "a += b += 1", "a += yield", "*a += 1", "a := 5", "None += 1", "a.b.c += lambda: 1", "(a) += 1", "a += 1, 2", "x ++", "x--", "x =+ 1"):
    try:
        compile(source, "<s>", "exec")
        print(source, "compiles")
    except SyntaxError as error:
        print(source, "->", error.msg)
