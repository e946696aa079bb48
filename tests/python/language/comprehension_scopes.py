"""Comprehensions: their own scope, where the first iterable is evaluated, nesting, conditions, walrus."""
x = "outer"
print([x for x in range(3)], x)
print({x: y for x, y in zip("ab", range(2))}, x)
print([[j * i for j in range(i)] for i in range(4)])
print([(i, j) for i in range(3) if i % 2 == 0 for j in range(i + 1) if j or i])
print({len(w) for w in ("a", "bb", "cc")} == {1, 2})
print(sum(i * i for i in range(5)), max((c for c in "hello"), key=ord))


class C:
    items = [1, 2, 3]
    factor = 2
    first = [i for i in items]
    try:
        scaled = [i * factor for i in items]
    except NameError as error:
        print("class scope:", error)
    nested = [[j for j in range(i)] for i in items]


print(C.first, C.nested, hasattr(C, "i"))
data = [1, 2, 3, 4]
print([half for n in data if (half := n / 2) > 1], half)


def walrus_in_function():
    any((last := i) > 2 for i in range(10))
    return last


print(walrus_in_function())
gen = (print("evaluated", i) or i for i in (print("iterable"), range(2))[1])
print("created")
print(list(gen))
try:
    (i for i in 5)
except TypeError as error:
    print(error)
g = (i / j for i in [1] for j in [1, 0])
print(next(g))
try:
    next(g)
except ZeroDivisionError as error:
    print(error)
print(list(g))
try:
    [undefined_name for _ in [1]]
except NameError as error:
    print(error)
print([*(n for n in "ab"), *[n for n in "c"]])
print([lambda: k for k in range(2)][0]())
print({**{k: k for k in "a"}, **{k: 2 for k in "b"}})
print([a for a, *b in [(1, 2, 3)]], [b for a, *b in [(1, 2, 3)]])
print([y for x in [[1], [2, 3]] for y in x], x)
print(type(i for i in []).__name__, (i for i in []).__name__, (i for i in []).gi_code.co_name)
print([(lambda a=a: a)() for a in range(3)], [exec("q = 1") for _ in "a"])
