"""Powers, exponentials and logarithms: correctly rounded ones and those that CPython rounds in its own way."""

import random
from decimal import *

rng = random.Random(7)


def digits(count):
    return "".join(rng.choice("0123456789") for _ in range(count))


def positive():
    return Decimal(digits(rng.randint(1, 40)) + "1").scaleb(-rng.randint(0, 45), Context(prec=99))


def show(name, ctx, *arguments):
    result = getattr(ctx, name)(*arguments)
    print(name, *arguments, result, "".join(str(int(flag)) for flag in ctx.flags.values()))


def context():
    return Context(prec=rng.choice([1, 9, 16, 28, 34, 50, 120]), rounding=rng.choice([ROUND_UP, ROUND_HALF_EVEN, ROUND_FLOOR]),
                   traps=[])


for _ in range(25):
    show("power", context(), positive(), Decimal(digits(rng.randint(1, 12))).scaleb(-rng.randint(0, 12)))
    show("power", context(), positive().copy_sign(Decimal(rng.choice([1, -1]))), rng.randint(-60, 60))
    show("exp", context(), Decimal(digits(rng.randint(1, 9))).scaleb(-rng.randint(3, 20)).copy_sign(Decimal(rng.choice([1, -1]))))
    show("ln", context(), positive())
    show("log10", context(), positive())
for exponent in (5, 20, 60, 200):
    near_one = Context(prec=300).add(1, Decimal(f"7E-{exponent}"))
    for name in ("ln", "log10", "exp", "sqrt"):
        show(name, Context(prec=20), near_one)
    show("exp", Context(prec=20), Decimal(f"-7E-{exponent}"))
for base, exponent in [("0", 0), ("0", -1), ("-0", 3), ("-0", -3), ("-2", "0.5"), ("1", "Inf"), ("0.9", "-Inf"), ("Inf", 0),
                       ("-Inf", 3), ("-Inf", -3), ("1.00", 4), ("1.00", "1.5"), ("-1", 99), ("10", 999999999), ("0.1", 999999999),
                       ("9", 10 ** 30), ("2", "NaN"), ("sNaN", 1), ("1E-3", "0.5"), ("100", "-0.5"), ("400", -1)]:
    show("power", Context(prec=9, traps=[]), Decimal(base), Decimal(exponent))
for value in ("10", "1E+999", "0.001", "1", "0", "-1", "Inf", "-Inf", "NaN7", "1E-999999", "9.99"):
    for name in ("exp", "ln", "log10"):
        show(name, Context(prec=12, traps=[]), Decimal(value))
for triple in [(3, 200, 7), (-3, 201, 7), (3, 0, 7), (0, 0, 7), (5, 3, 0), (5, -3, 7), (10 ** 25, 10 ** 12, 10 ** 9 + 7),
               ("1E+5", "2E+3", "97"), (2, "1E+9", 7), ("1.5", 2, 3), (2, 3, "NaN"), (2, 5, -1), (123456789, 3, 10 ** 27)]:
    show("power", Context(prec=28, traps=[]), *map(Decimal, triple))
for value in ("0.7E+1000000", "-0.7E+1000000", "2400000", "-2400000", "2302582", "-2302590"):
    show("exp", Context(prec=9, traps=[]), Decimal(value))
