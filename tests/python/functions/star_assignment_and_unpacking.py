"""Unpacking in assignments, loops, calls and displays: nesting, stars, errors with counts, evaluation order."""


def attempt(source):
    space = {}
    try:
        exec(source, space)
        space.pop("__builtins__")
        print(source, "=>", space)
    except (TypeError, ValueError) as error:
        print(source, "->", type(error).__name__, error)


for source in ("a, b = 1, 2", "a, *b = 'xyz'", "*a, b = [1]", "a, *b, c = range(5)", "(a, (b, *c)), d = (1, 'xyz'), 4", "[a, b] = {1: 2, 3: 4}",
               "a, b = 1,", "a, b = 1, 2, 3", "a, b = iter('abc')", "a, *b, c = [1]", "a, b = 5", "a, b = None", "*a, = ()", "a = *b, c = 1, 2, 3",
               "a, b, *c = (i for i in range(2))", "a = b = c = []", "(a), b = 1, 2", "for a, (b, *c) in [(1, 'xyz')]: pass",
               "a, b = b, a = 1, 2", "[a, [b]] = 1, [2]", "a, b = {5, }", "a, (b, c) = 1, 2", "a, b = 'ab'; a, b = b, a", "*a, b, c = 'x'",
               "a = [*range(3), *'ab']", "a = {**{'x': 1}, 'x': 2, **{'y': 3}}", "a = (*[], 1, *())", "a = {*'aab', 5}", "a = [*5]", "a = {**5}",
               "a = {**[1]}", "a = [*{'k': 1}]", "a, b = {**{1: 2}, 3: 4}"):
    attempt(source)

order = []


def note(name, value=None):
    order.append(name)
    return value


class Target:
    def __setattr__(self, name, value):
        order.append(f"set {name}={value}")

    def __setitem__(self, key, value):
        order.append(f"item {key}={value}")


target = Target()
note("t1", target).x, note("t2", target)[note("index", 0)] = note("left", 1), note("right", 2)
print(order)
order.clear()
note("first", target).a = note("second", target).b = note("value", 3)
print(order)
order.clear()
note("aug", [5])[note("key", 0)] += note("operand", 1)
print(order)
order.clear()
print({note("k1", 1): note("v1", 2), note("k2", 3): note("v2", 4)}, order)
order.clear()
print([note("elt", x) for x in note("iter", [1, 2]) if note("cond", True)], order)


def returns():
    rest = [2, 3]
    return 1, *rest


def yields():
    rest = [2, 3]
    yield 1, *rest


print(returns(), list(yields()))
i = 0
i, values = 1, [10, 20]
i, values[i] = 0, "set"
print(i, values)
x = [0, 1, 2]
x[1:], x[0] = "ab", 9
print(x)
try:
    first, second = iter([1, 2, 3])
except ValueError as error:
    print(error)


class Stops:
    def __iter__(self):
        yield 1
        raise KeyError("while unpacking")


try:
    a, b, c = Stops()
except KeyError as error:
    print(error)
