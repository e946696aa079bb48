"""Functions and iterables of the programs star_expressions_matrix_*.py."""
from _star_expressions_matrix import a, b, c, pair, returns, s, table, typed, x, y, yields, z

print([*pair, *"ab", *table], (*pair,), {*pair, *pair}, {**table, "k": 4, **{"z": 1}}, *pair, sep="|")
print(returns(), list(yields()))
for x in *pair, *"zz":
    print(x, end=" ")
print()
for first, *rest in ["abc", [1], (2, 3)]:
    print(first, rest, end=" ")
for (a, *b), c in [("xyz", 1), ([9], 2)]:
    print(a, b, c, end=" ")
print(s[*pair], s[0, *pair], s[*pair, 1:2], s[*()])
del s[*"ab", 2]
print(x, y, z)
print(typed.__annotations__)
