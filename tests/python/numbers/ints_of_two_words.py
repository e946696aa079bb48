"""Operators of ints around one and two machine words: signs, carries, borrows, rounding, shifts and bits."""
edges = []
for bits in (31, 62, 63, 64, 65, 95, 125, 126, 127, 128, 129):
    for offset in (-1, 0, 1):
        edges += [2**bits + offset, -(2**bits) + offset]
edges += [0, 1, -1, 10**18, -(10**19), 10**30, 123456789012345678901234567890]

checks = 0
digest = 0
for a in edges:
    for b in edges:
        total, difference, product = a + b, a - b, a * b
        if total - b != a or difference + b != a or (b and product // b != a):
            print("wrong", a, b)
        bits = a & b, a | b, a ^ b
        if bits[0] + bits[1] != total or bits[1] - bits[0] != bits[2]:
            print("wrong bits", a, b)
        if b:
            quotient, remainder = a // b, a % b
            if quotient * b + remainder != a or divmod(a, b) != (quotient, remainder) or not (
                    0 <= remainder < b or b < remainder <= 0):
                print("wrong division", a, b)
            digest = (digest * 31 + quotient * 7 + remainder) % (2**89 - 1)
        digest = (digest * 31 + product + bits[2] + (a < b) + (a == b)) % (2**89 - 1)
        checks += 1
print(checks, digest)

for value in edges:
    shifted = [value << count for count in (0, 1, 30, 61, 62, 63, 64, 100)]
    back = [value >> count for count in (0, 1, 30, 62, 63, 64, 125, 126, 127, 128, 500)]
    if any(s >> c != value for s, c in zip(shifted, (0, 1, 30, 61, 62, 63, 64, 100))):
        print("wrong shift", value)
    digest = (digest * 131 + sum(shifted) + sum(back)) % (2**107 - 1)
print(digest)
print(2**126 - 1 + 1, -(2**126) - 1, 2**63 * 2**63, -(2**63) * 2**63, (2**126 - 1) ^ -(2**125))
print(-(2**100) >> 99, -(2**100) >> 500, -(2**100) // 3, -(2**100) % 3, 2**100 // -7, 2**100 % -7)
seed = 1
for _ in range(1000):
    seed = (seed * 6364136223846793005 + 1442695040888963407) & (2**64 - 1)
print(seed, seed >> 33, hash(seed), float(seed), seed / 3)
print(type(2**64 - 2**64 + True) is int, (2**64 - 2**64) is 0 + 0, 2**64 - 2**64 + 5)
