"""Inside the built-in types, seen through their behaviour: digits, bits, kinds of text, hash tables."""
import struct
import sys

# int: any size. Small ones are shared, so two ways of making one give one object.
one, other = int("256"), 2 ** 8
print(one is other, (10 ** 30).bit_length(), (-5).to_bytes(2, "big", signed=True))
growth = [sys.getsizeof(1 << bits) for bits in (1, 100, 1000, 10000)]
print("larger numbers need more room:", growth == sorted(growth) and growth[0] < growth[-1])

# float: 64 bits of sign, exponent and fraction; 0.1 is the nearest that there is.
bits = struct.unpack(">Q", struct.pack(">d", 0.1))[0]
print(f"{bits >> 63} {bits >> 52 & 0x7FF} {bits & (1 << 52) - 1:#x}", 0.1.as_integer_ratio())
print(0.1 + 0.2 == 0.3, (0.1).hex(), float("inf") > 10 ** 400, float("nan") != float("nan"))

# str: one, two or four bytes for each character, by the widest that occurs.
for text in ("aaaa", "\xe9aaa", "\u20acaaa", "\U0001f40daaa"):
    longer = text * 2
    print(ascii(text), (sys.getsizeof(longer + text) - sys.getsizeof(longer)) // len(text), "bytes a character")
written, joined = "literal", "".join(["lit", "eral"])
print(written is joined, sys.intern(written) is sys.intern(joined))

# list: an array with room to spare, so that append rarely moves it.
sizes, items = [], []
for n in range(50):
    sizes.append(sys.getsizeof(items))
    items.append(n)
print("50 appends, the memory grew", len(set(sizes)) - 1, "times")
print("sized in advance:", sys.getsizeof([0] * 50) <= sys.getsizeof(items))

# dict: a table of indices and a dense array in the order of insertion.
table = dict.fromkeys("abc")
del table["b"]
table["b"] = 1
print(list(table), list({1: "int", 1.0: "float", True: "bool"}.items()))   # equal keys with equal hashes


class Key:
    """Counts how often it is compared: a hash that collides costs comparisons, and no more than that."""
    compared = 0

    def __init__(self, number, hash_):
        self.number, self.hash = number, hash_

    def __hash__(self):
        return self.hash

    def __eq__(self, other):
        Key.compared += 1
        return self.number == other.number


for name, hash_of in (("spread", lambda n: n), ("all equal", lambda n: 7)):
    Key.compared = 0
    keys = {Key(n, hash_of(n)): n for n in range(20)}
    print(f"{name}: {Key.compared} comparisons to fill the dict of {len(keys)}")

# set: no values, another table. Small ints hash to themselves, so their order can be foretold.
print({3, 1, 2}, hash(2 ** 61 - 1), hash(-1), hash(-2), hash(1.0) == hash(1))
