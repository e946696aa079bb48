"""Large integers against identities: division and modulo of every sign, shifts, powers, gcd, conversions of long texts, bit methods."""
import math
import random
random.seed(42)
checked = 0
for bits in (1, 30, 31, 62, 63, 64, 65, 127, 128, 500, 2000, 9000):
    for _ in range(12):
        a, b = random.getrandbits(bits) * random.choice((1, -1)), (random.getrandbits(max(1, bits // random.choice((1, 2, 5)))) + 1) * random.choice((1, -1))
        q, r = divmod(a, b)
        assert q * b + r == a and (0 <= r < b or b < r <= 0) and a // b == q and a % b == r
        assert (a + b) * (a - b) == a * a - b * b and (a << 77) >> 77 == a and a ^ b ^ b == a and ~a == -a - 1 and (a & b) + (a | b) == a + b
        assert int(str(a)) == a if bits < 9000 else True
        assert int(hex(a), 16) == a == int(bin(a), 2) == int(oct(a), 0) and int.from_bytes(a.to_bytes(bits // 8 + 2, "big", signed=True), "big", signed=True) == a
        assert pow(a, 3, abs(b)) == a * a * a % abs(b) and math.isqrt(a * a) == abs(a) and math.gcd(a * b, b) == abs(b) and a.bit_length() == len(bin(abs(a))) - 2 if a else True
        assert hash(a) == hash(a + 0) and (a > b) == (a - b > 0) and float(a) == a if bits < 50 else True
        checked += 1
print(checked, "checked")
print(2 ** 200, -(2 ** 100) // 3, -(2 ** 100) % 3, 10 ** 30 // 10 ** 29, (10 ** 50) / (10 ** 49), 3 ** 100 % 1000, pow(3, -1, 7), pow(2, 10 ** 6, 10 ** 9 + 7), math.factorial(30), math.comb(100, 50), math.perm(20, 5), (2 ** 64 - 1).bit_count(), (-2 ** 63).bit_length(), 1 << 100 >> 98, -1 >> 1000, hash(2 ** 61 - 1), hash(-2), hash(-1), math.lcm(12, 18, 5))
for call in ("1 << -1", "1 >> -1", "1 << 2 ** 70", "0 << 2 ** 70", "1 >> 2 ** 70", "pow(2, -1)", "pow(2, -1, 4)", "pow(2, 3, 0)", "pow(2, 3.0, 5)", "1 // 0", "1 % 0", "divmod(1, 0)", "0 ** -1", "2 ** 10000 / 3", "int('9' * 5000)", "str(10 ** 5000)", "int('x', 37)", "int('12', 1)", "int('zz', 36)", "int('0b101', 0)", "int('010', 0)", "int('1' * 4300) > 0", "(5).to_bytes(1, 'middle')", "(256).to_bytes(1, 'big')", "(-1).to_bytes(2, 'big')", "int.from_bytes([1, 2], 'little')", "int.from_bytes('ab', 'big')", "math.isqrt(-1)", "math.factorial(-1)", "math.factorial(2.5)", "math.comb(5, -1)", "2 ** 1000 * 1.0", "2 ** 2000 * 1.0", "float(2 ** 1024)", "int(1e300) == 10 ** 300", "2 ** 53 + 1 == float(2 ** 53 + 1)", "10 ** 25 == 1e25", "True + 2 ** 64", "5 if 2 ** 64 else 6", "(2 ** 64).__sizeof__() > (1).__sizeof__()", "round(12345, -2)", "round(15, -1)", "round(25, -1)", "round(2 ** 100, -20)", "int.__add__(1, 'x')", "(7).__rsub__(10)", "(5).conjugate()", "(6).as_integer_ratio()", "f'{2 ** 70:_x} {2 ** 70:,} {-255:#010b} {65:c} {5:+} {2 ** 70:e} {2 ** 70:.3g}'"):
    try:
        print(call, "=", eval(call))
    except Exception as error:
        print(call, "->", type(error).__name__, error)
