"""Every operation of a context on random numbers, special values and all roundings: results and flags."""

import random
from decimal import *

rng = random.Random(20)
ROUNDINGS = [ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,
             ROUND_05UP]
SPECIAL = ["0", "-0", "0E+3", "-0E-5", "Inf", "-Inf", "NaN", "sNaN", "NaN123", "-sNaN456", "9.99E+999999", "1E-999999",
           "1", "-1", "0.5", "2.5", "1.000", "100"]
UNARY = ["abs", "minus", "next_minus", "next_plus", "normalize", "plus", "to_integral_exact", "to_integral_value", "sqrt",
         "logb", "logical_invert", "number_class", "to_sci_string", "to_eng_string", "copy_abs", "copy_negate", "is_normal",
         "is_subnormal", "is_signed", "create_decimal"]
BINARY = ["add", "compare", "compare_signal", "divide", "divide_int", "divmod", "max", "max_mag", "min", "min_mag",
          "multiply", "next_toward", "quantize", "remainder", "remainder_near", "subtract", "compare_total",
          "compare_total_mag", "copy_sign", "logical_and", "logical_or", "logical_xor", "rotate", "same_quantum", "scaleb",
          "shift"]


def digits(count):
    kind = rng.random()
    if kind < .15:
        return "9" * count
    if kind < .25:
        return "1" + "0" * (count - 1)
    if kind < .4:
        return "".join(rng.choice("01") for _ in range(count))
    return "".join(rng.choice("0123456789") for _ in range(count))


def number():
    if rng.random() < .15:
        return Decimal(rng.choice(SPECIAL))
    count = rng.choice([1, 2, 3, 9, 17, 18, 19, 28, 29, 35, 36, 37, 54, 55, 90])
    exponent = rng.choice([0, -1, -2, 3, rng.randint(-40, 40), -count, rng.randint(-1000100, 1000100)])
    return Decimal(f"{rng.choice(['', '-'])}{digits(count)}E{exponent}")


def context():
    precision, emax, emin = rng.choice([(28, 999999, -999999), (5, 10, -10), (1, 0, 0), (18, 384, -383), (36, 6144, -6143),
                                        (19, MAX_EMAX, MIN_EMIN)])
    return Context(prec=precision, Emax=emax, Emin=emin, rounding=rng.choice(ROUNDINGS), clamp=rng.choice([0, 0, 1]),
                   capitals=rng.randint(0, 1), traps=rng.choice([[], [], [InvalidOperation, DivisionByZero, Overflow]]))


def show(name, arguments, ctx):
    try:
        result = getattr(ctx, name)(*arguments)
    except ArithmeticError as error:
        result = f"{type(error).__name__}{[each.__name__ for each in error.args[0]]}"
    flags = "".join(str(int(flag)) for flag in ctx.flags.values())
    print(name, *(str(argument)[:50] for argument in arguments), str(result)[:120], flags)


for name in UNARY * 4:
    show(name, [number()], context())
for name in BINARY * 6:
    left, right = number(), number()
    if rng.random() < .3:
        right = Decimal(rng.randint(-60, 60))
    show(name, [left, right], context())
for _ in range(40):
    show("fma", [number(), number(), number()], context())
