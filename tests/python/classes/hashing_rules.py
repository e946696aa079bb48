"""__hash__: inherited, removed by __eq__, set to None, wrong results, huge and negative ones, mutable keys."""


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


class Eq:
    def __eq__(self, other):
        return True


class EqAndHash(Eq):
    __hash__ = object.__hash__


class None_:
    __hash__ = None


class Child(None_):
    pass


class Again(None_):
    def __hash__(self):
        return 7


class OnlyNe:
    def __ne__(self, other):
        return False


class Gives:
    def __init__(self, value):
        self.value = value

    def __hash__(self):
        if isinstance(self.value, Exception):
            raise self.value
        return self.value


for value in (Eq(), None_(), Child(), [], {}, set(), bytearray(), ([],), slice(1), {}.keys(),
              memoryview(bytearray(1)),
              (1, (2, [3])), frozenset([1]) and [frozenset()]):
    attempt(lambda: hash(value))
    attempt(lambda: {value: 1})
    attempt(lambda: value in {1, 2})
print(Eq.__hash__, None_.__hash__, Child.__dict__.get("__hash__", "inherited"), hash(Again()))
made = EqAndHash()
print(hash(made) == object.__hash__(made), isinstance(hash(OnlyNe()), int))
for value in (0, -1, -2, 2 ** 61 - 1, 2 ** 61, 2 ** 61 - 2, -2 ** 61, 2 ** 63, 2 ** 64 - 1, 10 ** 50, True, 3.0,
              2.5,
              "x", None, ValueError("inside")):
    attempt(lambda: hash(Gives(value)))
    attempt(lambda: Gives(value).__hash__())
for value in (0.0, -0.0, 1.0, 0.5, -1.0, 1e300, float("inf"), -float("inf"), 1j, 1 + 0j, -1j, 2 ** 61 - 1,
              1 - 2 ** 61,
              10 ** 30, -10 ** 30, True, 1.5 + 2.5j):
    print(value, hash(value), end="; ")
print()
print(hash(()), hash((1,)), hash((1, 2)), hash((1, (2, 3))), hash(frozenset()), hash(frozenset([1, 2, 3])))
print(hash(range(0)) == hash(range(3, 3)), hash(range(1, 4, 2)) == hash(range(1, 5, 2)),
      hash(range(5)) == hash((5, 0, 1)))
print(len({1, True, 1.0, 1 + 0j}), {1: "a", True: "b", 1.0: "c"}, {"a": 1, "a" "": 2})


class Mutable:
    def __init__(self, n): self.n = n
    def __hash__(self): return self.n
    def __eq__(self, other): return self.n == other.n


key = Mutable(1)
table = {key: "found"}
key.n = 2
print(key in table, Mutable(1) in table, len(table), list(table.values()))
key.n = 1
print(table[Mutable(1)])
from decimal import Decimal
from fractions import Fraction
print(hash(Fraction(1, 2)) == hash(0.5) == hash(Decimal("0.5")), hash(Fraction(7, 1)) == hash(7),
      hash(Fraction(1, 3)))
attempt(lambda: hash(Fraction(1, 2 ** 61 - 1)))
