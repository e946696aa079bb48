"""float to int and back: rounding, floor, ceil, ratios, hex, huge and special values."""
import math

for x in (0.5, 1.5, 2.5, -0.5, -1.5, 2.675, 1e16, 123456.789, 1e300, -0.0):
    print(x, int(x) if abs(x) < 1e20 else "big", round(x), math.floor(x) == x // 1, math.trunc(x) == int(x), x.is_integer())
for digits in (-3, -1, 0, 1, 2, 5, 400, -400):
    print(digits, round(12345.6789, digits), round(-0.5, digits), round(12345, digits), round(15, digits))
for x in (0.1, 2.5, -0.75, 1e-310, 3.0):
    print(x.as_integer_ratio(), x.hex(), float.fromhex(x.hex()) == x)
inf, nan = float("inf"), float("nan")
for call in (lambda: int(inf), lambda: int(nan), lambda: round(inf), lambda: round(nan), lambda: math.floor(inf),
             lambda: inf.as_integer_ratio(), lambda: nan.as_integer_ratio(), lambda: float("1e"), lambda: float(""),
             lambda: float("1_"), lambda: float(10**400), lambda: float.fromhex("x"), lambda: float([]),
             lambda: int("1.5"), lambda: round(1.5, "a"), lambda: round("a"), lambda: float.fromhex("0x1p99999")):
    try:
        print(call())
    except (ValueError, OverflowError, TypeError) as error:
        print(type(error).__name__, error)
print(float("  -1_0.5e+1_0 "), float("INFINITY"), float("-nan"), float(".5"), float("5."), float("\u0665"))
print(inf - inf, inf * 0, inf > 10**400, -inf < -10**400, nan != nan, [nan] == [nan], round(inf, 2), round(nan, 2))
print(0.1 + 0.2, 1e23, 5e-324, 1.7976931348623157e308, 1e22, 1e21, 123456789012345680.0, 1e-5, 0.0001)
print(1.0 == 1, hash(1.0) == hash(1), 2**53 == 2.0**53, 2**53 + 1 == 2.0**53, 1e20 == 10**20, 0.1 == 1 / 10)
print(7.5 // 2, -7.5 // 2, 7.5 % -2, divmod(-7.5, 2), 5.0 % 3, -0.0 % 5, 1e300 * 1e10, 2.0 ** -1, (-8) ** (1 / 3))
