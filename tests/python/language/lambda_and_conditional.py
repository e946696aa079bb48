"""Lambdas, conditional expressions, short circuits, truth of any object."""
add = lambda x, y=10, *rest, k=1, **kw: (x + y, rest, k, kw)
print(add(1), add(1, 2, 3, k=4, z=5), add.__name__, add.__qualname__)
print((lambda: (yield))().__class__.__name__)
print((lambda f: f(f, 5))(lambda self, n: 1 if n == 0 else n * self(self, n - 1)))
print([(lambda n: n ** 2)(i) for i in range(3)])


class Loud:
    def __init__(self, name, truth):
        self.name, self.truth = name, truth

    def __bool__(self):
        print("bool", self.name)
        return self.truth

    def __repr__(self):
        return self.name


t, f = Loud("t", True), Loud("f", False)
print(t and f, f and t, t or f, f or t)
print(not t, not f)
print(t and f or t)
print("yes" if f or t else "no")
print(f and t and 1 / 0, t or 1 / 0)
if not (f or f):
    print("neither")
while f and t:
    pass
print([x for x in (t, f) if x])
assert t, "not shown"
try:
    assert f, f"message {1 + 1}"
except AssertionError as error:
    print(repr(error))
try:
    assert f
except AssertionError as error:
    print(repr(error))


class BadBool:
    def __bool__(self):
        return "no bool"


class BadLen:
    def __len__(self):
        return -1


class Sized:
    def __len__(self):
        return 0


for bad in (BadBool(), BadLen()):
    try:
        if bad:
            print("unreachable")
    except Exception as error:
        print(type(error).__name__, error)
print(bool(Sized()), bool([]), bool([0]), bool(0.0), bool(""), bool(" "), bool(None), bool(...), bool(lambda: 0))
x = 5
print("a" if x > 3 else "b" if x > 1 else "c", ("t" if x else "f")[0])
print(1 < x < 10 > x == 5 != 4, 1 < x > 10 < 1 / 1)
print(x if x else 1 / 0, (lambda: x if x < 0 else -x)())
print(None or 0 or [] or {} or "last", 1 and 2 and 3, 1 and 0 and 3)
