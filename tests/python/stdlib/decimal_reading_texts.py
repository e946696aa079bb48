"""Decimals from texts, tuples, floats and ints; what is no number, and what the context makes of it."""

import random
from decimal import *

rng = random.Random(3)


def show(label, function):
    try:
        print(label, repr(function())[:140])
    except (ArithmeticError, ValueError, TypeError) as error:
        print(label, type(error).__name__, str(error)[:140])


texts = ["1", " 1.5\t", "1_000.000_1", "_1_", "1__0", ".5", "5.", ".", "", "+", "1e5", "1E+5", "1e", "1e+", "e5", "0x10", "--1", "1 2",
         "inf", "-Infinity", "infinit", "nan", "NaN0012", "-sNaN9", "nanx", "\u0661\u0662.\u0663", "\u00a01\u2003", "\u00bd", "1\0",
         "0.000", "-0", "0e99", "00012.50", "1e99999999999999999999", "1e-99999999999999999999", "1E+999999999999999999",
         "1E1000000000000000000", "0E1000000000000000000", "1e-1999999999999999997", "1e-1999999999999999998", "\ud800", "1,5"]
for text in texts:
    context = Context(prec=4, traps=[])
    show(ascii(text), lambda: Decimal(text))
    show("  rounded", lambda: (context.create_decimal(text), [signal.__name__ for signal, on in context.flags.items() if on]))
for _ in range(60):
    text = "".join(rng.choice("01239.eE+-_ naif") for _ in range(rng.randint(1, 7)))
    show(ascii(text), lambda: Decimal(text))

for value in [(0, (1, 2, 3), -2), (1, (), 0), (0, (0, 0, 5), 3), (0, (1,), "F"), (1, (4, 5), "n"), (0, (), "N"), [1, [9] * 30, 5],
              (2, (1,), 0), ("0", (1,), 0), (0, (10,), 0), (0, (-1,), 0), (0, ("1",), 0), (0, "12", 0), (0, (1,), "x"), (0, (1,), 1.5),
              (0, (1,), 10 ** 30), (10 ** 30, (1,), 0), (0, (10 ** 30,), 0), (0, (1,)), (True, (True, False), True), (0, (3,), -10 ** 18)]:
    show(value, lambda: Decimal(value))

for value in (0.1, -2.5, 1e300, 5e-324, float("inf"), float("-nan"), -0.0, 10 ** 40, -7, True, 2 ** 4000):
    show("exact", lambda: Decimal(value))
    show("  from_float", lambda: Decimal.from_float(value))
    show("  rounded", lambda: Context(prec=6).create_decimal(value))
for value in (None, 1j, b"1", "1".encode, object, {}):
    show("refused", lambda: Decimal(value) if value is not object else Decimal.from_float("1"))
with localcontext() as context:
    context.traps[FloatOperation] = True
    show("trapped", lambda: Decimal(1.5))
    show("explicit", lambda: Decimal.from_float(1.5))
    show("compared", lambda: (Decimal("1.5") == 1.5, Decimal(1) < 1.5))
