# Float arithmetic with zeros, infinities, NaN; mixed comparisons with ints; rounding.
import sys

sys.path.insert(0, ".")
from _show import show

inf, nan = float("inf"), float("nan")
values = [0.0, -0.0, 1.5, -2.5, inf, -inf, nan, 1e308, 5e-324]
for a in values:
    for b in values:
        row = [a + b, a - b, a * b]
        for operation in (lambda: a / b, lambda: a // b, lambda: a % b, lambda: divmod(a, b), lambda: a ** b):
            try:
                row.append(operation())
            except ArithmeticError as error:
                row.append(type(error).__name__)
        print(a, b, *row)
show(globals(), "1.0 == 1", "2**53 == 2.0**53", "2**53 + 1 == 2.0**53", "2**53 + 1 > 2.0**53", "10**400 > 1e308",
     "10**400 < inf", "-10**400 > -inf", "10**400 == nan", "10**400 + 1.0", "1.5 < 'a'", "1.5 + 'a'", "round(2.5)", "round(3.5)",
     "round(-2.5)", "round(2.675, 2)", "round(1e22, -22)", "round(1234.5678, -2)", "round(0.5)", "round(1.5, None)",
     "round(inf)", "round(nan)", "round(inf, 2)", "round(1e300, 400)", "round(1.5, -400)", "round(1.5, 2.0)",
     "round(1e308 * 1.7, -308)", "(2.7).__trunc__()", "(2.7).__floor__()", "(-2.7).__ceil__()", "inf.__floor__()",
     "hash(inf)", "hash(-inf)", "hash(1.5)", "hash(1e300)", "hash(-1.0)", "hash(0.0) == hash(-0.0)", "nan in [nan]",
     "[nan] == [nan]", "nan == nan", "{nan: 1}[nan]", "min(nan, 1.0)", "min(1.0, nan)", "sum([0.1] * 10)", "abs(-0.0)", "-nan",
     "(1.5).real", "(1.5).imag", "(1.5).conjugate()", "0.0 ** -1.0", "(-8.0) ** (1 / 3)", "1e200 ** 2", "bool(nan)")
