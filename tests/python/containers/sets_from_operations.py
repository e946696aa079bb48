"""Set operations: order of the results, operands of other kinds, comparisons that run code or change the operands."""
import itertools

numbers = set(range(0, 60, 3)), set(range(0, 60, 4)), {1, 2, 3}, set(), {-1, -2, 1 << 40, 2.0, 9.5}
for left, right in itertools.product(numbers, repeat=2):
    print(list(left & right), list(left | right), list(left - right), list(left ^ right), left <= right, left.isdisjoint(right))
print({1, 2, 3}.intersection([3, 3, 2, 3]), {1, 2}.union([2, 2, 5], "a"), {1, 2}.difference([1, 1], {5}), {1}.symmetric_difference([2, 2, 1]))
print({1, 2, 3} & {1.0, 2.0}, {1.0, 2.0} & {1, 2, 3}, {True} & {1}, frozenset("ab") & {"b"}, type(frozenset("ab") & {"b"}))


class Key:
    compared = 0

    def __init__(self, value):
        self.value = value

    def __hash__(self):
        return 7

    def __eq__(self, other):
        Key.compared += 1
        return isinstance(other, Key) and self.value == other.value

    def __repr__(self):
        return f"K{self.value}"


a, b = {Key(n) for n in range(4)}, {Key(n) for n in range(2, 6)}
Key.compared = 0
print(sorted(k.value for k in a & b), sorted(k.value for k in a - b), sorted(k.value for k in a ^ b), Key.compared > 0)


class Clears(Key):
    target = None

    def __eq__(self, other):
        if Clears.target:
            Clears.target.clear()
        return False

    __hash__ = Key.__hash__


for operation in (set.intersection, set.difference, set.union, set.symmetric_difference, set.issubset):
    left, right = {Clears(1), Clears(2), 5}, {Clears(3), Clears(4), 5}
    Clears.target = right
    try:
        operation(left, right)
        print(operation.__name__, "ended", len(right))
    except RuntimeError as error:
        print(operation.__name__, error)
    Clears.target = None


class Fails(Key):
    def __eq__(self, other):
        raise ArithmeticError("no")

    __hash__ = Key.__hash__


left = {1, 2}
try:
    left &= {Fails(1)} | {7}
    print(left)
    {Fails(1)} & {Fails(2)}
except ArithmeticError as error:
    print(error, left)
big = set(range(1000))
big -= set(range(0, 1000, 2))
print(len(big), sum(big), 999 in big, 0 in big, big & {0, 1} == {1}, len(big | set(range(5))))
churn = set()
for n in range(300):
    churn.add(n % 37)
    churn.discard((n * 7) % 41)
print(list(churn), len(churn))
