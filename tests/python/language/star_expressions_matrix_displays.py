"""Stars in every place the grammar knows: displays, calls, subscripts, returns, targets, for, and where it
refuses (displays)."""
pair = [1, 2]
table = {"k": 3}
print([*pair, *"ab", *table], (*pair,), {*pair, *pair}, {**table, "k": 4, **{"z": 1}}, *pair, sep="|")


def returns():
    return *pair, 0


def yields():
    got = yield *pair, "y"
    yield got


print(returns(), list(yields()))
for x in *pair, *"zz":
    print(x, end=" ")
print()
for first, *rest in ["abc", [1], (2, 3)]:
    print(first, rest, end=" ")
print()
for (a, *b), c in [("xyz", 1), ([9], 2)]:
    print(a, b, c, end=" ")
print()


class Subscript:
    def __getitem__(self, key):
        return key

    def __setitem__(self, key, value):
        print("set", key, value)

    def __delitem__(self, key):
        print("del", key)


s = Subscript()
print(s[*pair], s[0, *pair], s[*pair, 1:2], s[*()])
s[*pair] = 1
del s[*"ab", 2]
*a, = {}
[*b] = "xy"
(*c, d), *e = "mn", 1, 2
x, *s.attribute, y = range(5)
*s[0], z = range(3)
print(a, b, c, d, e, x, s.attribute, y, z)
a, b = b, a = 1, 2
print(a, b)
x = *y, z = 7, 8, 9
print(x, y, z)


def typed(*args: *tuple[int, ...]):
    return args


print(typed.__annotations__)
wrong = [
    "*a", "*a = 1", "[*a, *b] = 1", "a, *b, *c = x", "print(*)", "f(**k, *a)", "f(**k, a)", "f(a=1, 2)",
    "x = *a", "del *a", "del (*a,)", "return_ = (*a)", "f'{*a}'", "f'{*a,}'", "[*a for a in b]",
    "{**a for a in b}", "{*a: 1}", "lambda *: 1",
]
for text in wrong:
    try:
        compile(text, "<text>", "exec")
        print("fine", text)
    except SyntaxError as error:
        print(text, "->", error.msg, error.offset)
