"""Comprehensions: loops that build a container, each in a small function of its own."""
import dis

print([n * n for n in range(5)], {n % 3 for n in range(9)}, {c: ord(c) for c in "ab"})
print(list(n for n in range(3)), type(n for n in ()).__name__)

# Clauses are read from left to right, as nested statements would be.
print([(x, y) for x in range(3) if x != 1 for y in "ab"])
pairs = []
for x in range(3):
    if x != 1:
        for y in "ab":
            pairs.append((x, y))
print(pairs == [(x, y) for x in range(3) if x != 1 for y in "ab"])

# The loop variable does not leak, because the body is a function.
n = "outside"
print([n for n in range(2)], n)


def with_list():
    return [item + 1 for item in (1, 2)]


inner = with_list.__code__.co_consts[1]
print(inner.co_name, inner.co_varnames, inner.co_argcount)
print([i.opname for i in dis.get_instructions(inner) if i.opname in ("FOR_ITER", "LIST_APPEND")])


# Only the first iterable is evaluated outside, so a class body can use its names there and nowhere else.
class Config:
    sizes = [1, 2]
    doubled = [size * 2 for size in sizes]


print(Config.doubled)
try:
    class Broken:
        factor = 3
        scaled = [size * factor for size in (1, 2)]
except NameError as error:
    print(error)

# The walrus binds in the function around.
print([half for n in range(6) if (half := n // 2) % 2], half)

# A generator expression evaluates its first iterable at once, the rest when asked.
try:
    (1 / 0 for n in undefined)
except NameError as error:
    print("at once:", error)
lazy = (1 / 0 for n in [1])
try:
    next(lazy)
except ZeroDivisionError as error:
    print("when asked:", error)

matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)], [cell for row in matrix for cell in row])
words = "the cat and the dog".split()
print({word: words.count(word) for word in words})
