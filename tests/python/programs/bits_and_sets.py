"""Subsets by bits, power sets, set covers, n choose k by Gosper's hack, bitboards, parity and Hamming codes."""
from itertools import chain, combinations


def subsets(items):
    for mask in range(1 << len(items)):
        yield [x for i, x in enumerate(items) if mask >> i & 1]


print(list(subsets("abc")), sorted(map(list, chain.from_iterable(combinations("abc",
    n) for n in range(4)))) == sorted(subsets("abc")))


def gosper(n, k):
    x = (1 << k) - 1
    while x < 1 << n:
        yield x
        low = x & -x
        high = x + low
        x = high | ((x ^ high) // low) >> 2


print([f"{x:05b}" for x in gosper(5, 3)])


def cover(universe, families):
    chosen, left = [], set(universe)
    while left:
        name = max(sorted(families), key=lambda n: len(families[n] & left))
        if not families[name] & left:
            raise ValueError(f"cannot cover {sorted(left)}")
        chosen.append(name)
        left -= families[name]
    return chosen


families = {"a": {1, 2, 3}, "b": {3, 4}, "c": {4, 5, 6}, "d": {1, 6}}
print(cover(range(1, 7), families))
try:
    cover(range(9), families)
except ValueError as error:
    print(error)


def encode(n):
    d = [n >> i & 1 for i in range(4)]
    p = d[0] ^ d[1] ^ d[3], d[0] ^ d[2] ^ d[3], d[1] ^ d[2] ^ d[3]
    return [p[0], p[1], d[0], p[2], d[1], d[2], d[3]]


def decode(bits):
    error = 0
    for i, bit in enumerate(bits, 1):
        if bit:
            error ^= i
    if error:
        bits[error - 1] ^= 1
    return bits[2] | bits[4] << 1 | bits[5] << 2 | bits[6] << 3


good = 0
for n in range(16):
    for flip in range(7):
        bits = encode(n)
        bits[flip] ^= 1
        good += decode(bits) == n
print(good, encode(11), hex(sum(1 << 8 * i for i in range(8))), bin(0x5555 & 0xff0), -1 & 0xff, ~0 >> 3,
      (1 << 70 | 1).bit_count())
