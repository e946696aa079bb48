# Arithmetic of ints around the machine word, with signs, zero divisors and huge shifts.
import sys

sys.path.insert(0, ".")
from _show import show

edges = [0, 1, -1, 2, -7, 255, 2**30 - 1, 2**30, 2**31, -2**31, 2**62, 2**63 - 1, 2**63, -2**63, 2**64, 3**100, -3**100]
total = 0
for a in edges:
    for b in edges:
        parts = [a + b, a - b, a * b, a & b, a | b, a ^ b, a == b, a < b]
        if b:
            quotient, remainder = divmod(a, b)
            assert quotient * b + remainder == a and (remainder == 0 or (remainder < 0) == (b < 0)), (a, b)
            parts += [a // b, a % b]
        total = (total * 31 + hash(tuple(parts))) % (2**61 - 1)
print(total)
for a in edges:
    print(a, ~a, -a, abs(a), a >> 3, a << 70, a >> 200, a.bit_length(), a.bit_count(), hash(a), bool(a))
show(globals(), "1 // 0", "1 % 0", "divmod(1, 0)", "1 / 0", "0 ** -1", "2 ** -1", "(-2) ** 0.5", "1 << -1", "1 >> -1",
     "0 << 2**100", "1 >> 2**100", "-1 >> 2**100", "2**1000 / 2**999", "2**2000 / 1", "1 / 3**800", "10**400 / 10**399",
     "int.__add__(1, 'a')", "1 + 'a'", "1 @ 2", "1 < 'a'", "1 == 'a'", "(-7) // 2", "(-7) % 2", "7 // -2", "7 % -2")
