"""Errors of class patterns at run time, odd __match_args__, keys that repeat, values that fail to compare."""


def attempt(function, *args):
    try:
        print(function(*args))
    except BaseException as error:
        print(type(error).__name__, error)


class Plain:
    x = 1


def with_args(match_args):
    kind = type("K", (), {"__match_args__": match_args, "a": 1, "b": 2})
    def run():
        match kind():
            case kind(p, q):
                return p, q
            case _:
                return "no match"
    return run


for args in (("a", "b"), ("a", "b", "c"), ("a",), (), ["a", "b"], "ab", None, 5, ("a", 5), ("a", "a"), ("a", "missing")):
    attempt(with_args(args))


def plain_positional():
    match Plain():
        case Plain(1): return 1


def not_a_class():
    kind = 5
    match 1:
        case kind(): return 1


def repeated():
    kind = type("K", (), {"__match_args__": ("a",), "a": 1})
    match kind():
        case kind(1, a=1): return "both"


def builtin_two():
    match 5:
        case int(1, 2): return 1


def builtin_keyword():
    match 5:
        case int(5, real=5, imag=0): return "keywords"


def key_twice():
    key = type("Keys", (), {"one": "k", "two": "k"})
    match {"k": 1}:
        case {key.one: a, key.two: b}: return a, b


def unhashable():
    key = type("Keys", (), {"one": []})
    match {"k": 1}:
        case {key.one: a}: return a


def undefined():
    match 1:
        case nothing.here: return 1


def eq_raises():
    value = type("V", (), {"x": type("E", (), {"__eq__": lambda s, o: 1 / 0})()})
    match 1:
        case value.x: return 1


def property_raises():
    kind = type("K", (), {"p": property(lambda s: 1 / 0), "q": property(lambda s: s.nothing)})
    match kind():
        case kind(q=1): return 1
        case kind(p=1): return 2


def generic_alias():
    alias = list[int]
    match [1]:
        case alias(): return 1


def union():
    both = int | str
    match 1:
        case both(): return 1


for function in (plain_positional, not_a_class, repeated, builtin_two, builtin_keyword, key_twice, unhashable, undefined, eq_raises, property_raises, union):
    attempt(function)
for subject in (5, "s", b"b", 1.5, True, [1], (1,), {1: 2}, {1}, frozenset(), bytearray(b"x"), None, 1j):
    match subject:
        case bool(x): print("bool", x, end="; ")
        case int(x) | float(x): print("number", x, end="; ")
        case str(x) | bytes(x) | bytearray(x): print("text", x, end="; ")
        case list(x) | tuple(x) | set(x) | frozenset(x): print("collection", x, end="; ")
        case dict(x): print("dict", x, end="; ")
        case x: print("other", x, end="; ")
print()
match 5, "x":
    case int(n), str(s) if n > 9: print("never")
    case (int(n), str(s)) as whole: print(n, s, whole)
match = 5
case = match + 1
_ = case
print(match, case, _, [match for match in (1, 2)])
match (match):
    case 5: print("soft keyword")
match[0:1] if False else print("still a name")
