"""Unpacking into targets: stars, nesting, counts, the state left behind by failures."""
a, *b = 1, 2, 3
print(a, b)
*a, b = "xyz"
print(a, b)
a, *b, c = range(2)
print(a, b, c)
(a, (b, *c)), *d = [(1, (2, 3, 4)), 5, 6]
print(a, b, c, d)
[a, [b]] = {1: None, (2,): None}
print(a, b)
for first, *rest in [(1,), (2, 3), "abc"]:
    print(first, rest)
x = [1, 2, 3]
x[0], *x[1:] = 9, 8, 7, 6
print(x)
print([*range(3), *"ab", *{}], {*[1], *[2, 1]}, (*(), *(1,)), {**{"a": 1}, "b": 2, **{"a": 3}})


class Broken:
    def __iter__(self):
        yield 1
        raise KeyError("stop here")


def attempt(source):
    space = {"Broken": Broken}
    try:
        exec(source, space)
    except Exception as error:
        print(f"{source!r}: {type(error).__name__}: {error}", {k: space[k] for k in "abc" if k in space})
    else:
        print(f"{source!r}:", {k: space[k] for k in "abc" if k in space})


attempt("a, b = 1,")
attempt("a, b = 1, 2, 3")
attempt("a, b, c = iter([1, 2])")
attempt("a, *b, c = [1]")
attempt("a, b = 5")
attempt("a, b = None")
attempt("a, b = Broken()")
attempt("a, *b = Broken()")
attempt("a, b = 'xy'")
attempt("a = b = c = a_missing")
attempt("a, b = {'k': 1}.items()")
attempt("[] = ()")
attempt("() = [1]")
attempt("(a), [b], = 1, [2]")
attempt("a, a = 1, 2")
attempt("*a, = 1, 2")
attempt("print(*5)")
attempt("print(**5)")
attempt("print(**{1: 2})")
attempt("dict(a=1, **{'a': 2})")
attempt("[*None]")
attempt("{**[1]}")
attempt("b = 0; b, b = b + 1, b + 2")
