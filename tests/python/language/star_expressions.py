"""Stars in displays, subscripts, returns, yields, for-loops, calls; double stars in dicts; evaluation order and refusals."""


def say(name, value):
    print(name, end=" ")
    return value


print([*say("a", [1]), say("b", 2), *say("c", "xy")])
print({**say("d", {1: 2}), say("k", 3): say("v", 4), **say("e", {1: 5})})
print({*"aab"} == {"a", "b"}, (*range(3),), [*{}], {**{}}, (*(), *[]))


def returns():
    return 1, *[2, 3]


def yields():
    got = yield 1, *"ab"
    yield *[got], 5


g = yields()
print(returns(), next(g), g.send(7))


class Item:
    def __getitem__(self, key):
        return key

    def __class_getitem__(cls, key):
        return key


print(Item()[*[1, 2]], Item()[1, *[2], 3:4], Item[*"ab"], Item()[*[]], Item()[1:2, *range(2)])
print((lambda *args, **kw: (args, kw))(*[1], 2, *"ab", x=3, **{"y": 4}, z=5, **dict(w=6)))


def f(*args, **kw):
    return args, kw


for source in ("f(**{'a': 1}, **{'a': 2})", "f(a=1, **{'a': 2})", "f(**{1: 2})", "f(*5)", "f(**5)", "f(*None)", "f(**[(1, 2)])", "[*5]", "{**5}", "{*5}", "(*None,)", "{**[1]}", "{*[[]]}",
               "f(*1, *2)", "f(1, *5, **6)", "len(*5)", "len(**{'x': 1, 'y': 2})", "print(**{'bad': 1})", "f(**{'a': 1}, *[1])", "f(a=1, *[2])", "f(**{}, 1)", "f(a=1, 2)", "f(a=1, a=2)", "*a", "(*a)",
               "{*a: 1}", "{**a for a in b}", "[*a for a in b]", "f(**a for a in b)", "f(*)", "[*]", "f(**)", "print(*a=1)", "a[**b]", "*a + b", "x = *a", "(yield *a)", "{1: *a}", "lambda: *a", "f'{*a}'", "f'{*a,}'"):
    try:
        a = b = [[1, 2]]
        print(source, eval(source) if "=" != source[2:3] else exec(source))
    except (TypeError, SyntaxError) as error:
        print(source, "->", type(error).__name__, getattr(error, "msg", error))


class Mapping:
    def keys(self):
        return ["p", "q"]

    def __getitem__(self, key):
        return key * 2


class NoItems:
    def keys(self):
        return ["p"]


class BadKeys:
    def keys(self):
        return 5


print(f(**Mapping()), {**Mapping()})
for value in (NoItems(), BadKeys()):
    for use in (lambda: f(**value), lambda: {**value}, lambda: dict(value)):
        try:
            use()
        except TypeError as error:
            print(str(error).replace("__main__.", ""))
