"""//, %, & of ints, warm: signs, sizes around 32 and 64 bits, zero; sums that change their type; set of lists."""
values = [0, 1, -1, 2, -7, 7, 255, 2**31 - 1, 2**31, -2**31, 2**32 - 1, 2**32, 2**32 + 1, -2**32, 2**62, 2**63 - 1,
          -2**63, 2**63, 2**64, True]


def results(a, b):
    found = []
    for operation in (lambda: a // b, lambda: a % b, lambda: a & b):
        try:
            found.append(operation())
        except ZeroDivisionError as error:
            found.append(str(error))
    return found


def quotient(a, b):
    return a // b


def remainder(a, b):
    return a % b


def common(a, b):
    return a & b


for function in (quotient, remainder, common):
    for _ in range(30):
        function(17, 5)
checked = 0
for a in values:
    for b in values:
        expected = results(a, b)
        for function, wanted in zip((quotient, remainder, common), expected):
            try:
                got = function(a, b)
            except ZeroDivisionError as error:
                got = str(error)
            assert got == wanted and type(got) is type(wanted), (function, a, b, got, wanted)
            checked += 1
        if b:
            assert (a // b) * b + a % b == a and (a % b == 0 or (a % b < 0) == (b < 0))
print(checked, [quotient(a, 3) for a in values], [remainder(a, -5) for a in values])

print(sum([1, 2, 2.5, 3]), sum([2**62, 2**62, 1]), sum([1.5, 2**70]), sum([True, True, 2]), sum([1, 2j]))
print(sum([0.1] * 10), sum([], 5), sum((x for x in [1, 2]), 0.5), sum([[1], [2]], []))
start = 1.0
print(sum([2.0, 3.0], start), start)
half = 0.25
print(sum([half, half], half), half, sum([-0.0], -0.0), sum([float("inf"), -1, 2**53 + 1]))


class Key:
    def __init__(self, owner):
        self.owner = owner

    def __hash__(self):
        return 1

    def __eq__(self, other):
        self.owner.clear()
        return False


items = []
items += [Key(items), Key(items), Key(items)]
print(len(set(items)), items, sorted(set([3, 1, 3, 2**70, 1.0])), set((1, True, 1.0)), {2**61 - 1: 1}[2**61 - 1])
print({-1: "a", -2: "b"}[-1], {1: "x"}[True], {2: "y"}[2.0], 2**61 - 1 in {0: 1}, hash(2**61 - 1), hash(-1))
try:
    set([[]])
except TypeError as error:
    print(error)
