"""Decimals beside ints, floats, fractions and complex numbers: comparison, hash, operators, conversions."""

import math
import numbers
import random
import statistics
from decimal import *
from fractions import Fraction

rng = random.Random(11)


def show(label, function):
    try:
        print(label, repr(function())[:160])
    except Exception as error:
        print(label, type(error).__name__, str(error)[:120])


print(isinstance(Decimal(1), numbers.Number), isinstance(Decimal(1), numbers.Real))
values = [Decimal("1.5"), Decimal("-0"), Decimal("1E+20"), Decimal("0.1"), Decimal("NaN"), Decimal("-Infinity"), Decimal("1E-400")]
others = [1, 1.5, Fraction(3, 2), Fraction(1, 10), 0.1, 1.5 + 0j, 1j, True, 10 ** 20, float("inf"), -math.inf, math.nan, "1.5", None, 0]
for value in values:
    print(value, [value == other for other in others], [other != value for other in others])
    for other in others[:6]:
        show("  order", lambda: (value < other, other <= value, value > other))
for value in ("1", "-1", "1.25", "0.5", "1E+30", "1E-3", "123456789012345678901234567890", "-0.0", "1E+999999", "7E-999999"):
    decimal = Decimal(value)
    print(value, hash(decimal), end=" ")
    if abs(decimal.adjusted()) < 50:
        print(hash(decimal) == hash(Fraction(decimal)), hash(decimal) == hash(float(decimal)) or float(decimal) != decimal, end="")
    print()
show("snan", lambda: hash(Decimal("sNaN")))
print(hash(Decimal("Inf")) == hash(math.inf), {Decimal("2.0"): "two"}[2], {1.0, Decimal(1), 1, Fraction(1)})
for function in (lambda: Decimal(1) + 2, lambda: 7 // Decimal(-2), lambda: -7 % Decimal(2), lambda: divmod(-7, Decimal(2)), lambda: 2 ** Decimal(3),
                 lambda: pow(2, Decimal(5), 7), lambda: Decimal(1) + 1.5, lambda: 1.5 * Decimal(1), lambda: Decimal(1) / Fraction(1, 2),
                 lambda: Decimal(1) + "x", lambda: [1] * Decimal(2), lambda: Decimal(2) ** 1.5, lambda: sum([Decimal("0.1")] * 10),
                 lambda: max(Decimal(3), 4.5, 2), lambda: sorted([Decimal(3), 1.5, 2]), lambda: range(Decimal(3)), lambda: math.sqrt(Decimal(2)),
                 lambda: statistics.mean([Decimal("1.1"), Decimal("2.2")]), lambda: round(Decimal("2.675"), 2), lambda: round(Decimal("2.5")),
                 lambda: round(Decimal("1E+5"), -3), lambda: round(Decimal(1), 10 ** 30), lambda: round(Decimal(1), 1.0), lambda: round(Decimal("Inf")),
                 lambda: (math.floor(Decimal("-1.5")), math.ceil(Decimal("-1.5")), math.trunc(Decimal("-1.5"))), lambda: int(Decimal("NaN")),
                 lambda: float(Decimal("-NaN")), lambda: float(Decimal("sNaN")), lambda: complex(Decimal("2.5")), lambda: float(Decimal("1E+400")),
                 lambda: Decimal("0.125").as_integer_ratio(), lambda: Decimal("-12E+3").as_integer_ratio(), lambda: Decimal("Inf").as_integer_ratio()):
    show("operator", function)
for _ in range(150):
    decimal = Decimal(f"{rng.choice(['', '-'])}{rng.randint(0, 10 ** rng.randint(1, 40))}E{rng.randint(-60, 40)}")
    print(float(decimal), int(decimal) % 1000003, Fraction(decimal) == decimal, decimal == float(decimal), decimal.as_integer_ratio()[1] % 1009)
