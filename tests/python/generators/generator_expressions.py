"""Generator expressions and comprehensions: scope, laziness, first iterable evaluated at once, nesting, errors."""


def loud(name, values):
    for value in values:
        print(f"{name}{value}", end=" ")
        yield value


g = (x * 2 for x in loud("a", range(3)) if x != 1)
print("made", type(g).__name__, g.__name__)
print(next(g), list(g))
try:
    (x for x in 5)
except TypeError as error:
    print(error)
try:
    (x for x in undefined_name)
except NameError as error:
    print(error)
lazy = (y for x in [1] for y in undefined_later)
try:
    next(lazy)
except NameError as error:
    print(error)
print([(x, y) for x in loud("x", range(2)) for y in loud("y", range(x + 1)) if x or y])
print({x % 3: x for x in range(7)}, {x % 3 for x in range(7)}, [x for x in range(10) if x % 2 if x % 3])
print([[x * y for y in range(3)] for x in range(3)], [x for row in [[1, 2], [3]] for x in row])
x = "outside"
values = [x for x in range(3)]
print(x, values)
print([(lambda: i)() for i in range(3)], [f() for f in [lambda: i for i in range(3)]], [f() for f in [lambda i=i: i for i in range(3)]])
print(sum(x for x in range(5)), max((len(w), w) for w in ("a", "ccc", "bb")), dict((k, v) for k, v in zip("ab", (1, 2))))
print(*(c.upper() for c in "ab"), sep="-")
data = [1, 2, 3]
g = (d for d in data)
data = ["rebound"]
print(list(g))
data = [1, 2, 3]
g = (d for d in data)
data.append(4)
print(list(g))


def scope():
    k = 10
    return list(v + k for v in range(2)), [k for k in range(3)], k


print(scope())
if any((found := n) > 3 for n in range(10)):
    print("found", found)
print([last := c for c in "xyz"], last)
print([a + b for a, b in [(1, 2), (3, 4)]], [a for a, *_ in ["xyz", "pq"]], [y for x in range(3) if (y := x * x) > 0])
nested = ((i, j) for i in range(2) for j in (k * 10 for k in range(2)))
print(list(nested))


def fails():
    return [1 // (2 - n) for n in range(4)]


try:
    fails()
except ZeroDivisionError as error:
    names = []
    traceback = error.__traceback__
    while traceback:
        names.append(traceback.tb_frame.f_code.co_name)
        traceback = traceback.tb_next
    print(names)
print([locals().keys() >= {"q"} for q in [0]], [sorted(locals()) for q in [0]])
g = (n for n in range(3))
print(g.send(None), g.gi_code.co_name, g.gi_frame.f_locals)
