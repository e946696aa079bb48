"""Numbers and helpers of the programs decimal_matrix_*.py."""
import decimal
from decimal import (ROUND_05UP, ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_EVEN,
                     ROUND_HALF_UP, ROUND_UP, localcontext)

from _decimal_matrix import D, attempt, values

for value in ("1.10", " -5 ", "1e5", "1E-10", "Infinity", "-inf", "NaN", "sNaN123", "-NaN7", "1_000.5", "", "x",
              "1e", "1..2", "١٢", "+.5", "5.", "0x10", 5, -3, 1.1, float("nan"), True, (0, (1, 2, 3), -2),
              (1, (), 0), (0, (0,), "F"), (2, (1,), 0), (0, (10,), 0), None, [], 1j, b"1",
              "1e999999999999999999999", "0e5", "-0.00"):
    d = attempt(D, value)
    print(repr(value), repr(d), str(d))
for op in ("+", "-", "*", "/", "//", "%", "**", "<", "=="):
    print(op, [str(attempt(eval, f"a {op} b", {"a": a, "b": b})) for a in values for b in values[::2]])
for mode in (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,
             ROUND_05UP):
    print(mode, [str(D(v).quantize(D("1"), rounding=mode)) for v in ("2.5", "-2.5", "3.5", "1.1", "-1.9",
                                                                     "5.01", "10.5")])
for spec in ("", ".2f", "10.3f", "<10", "e", ".3e", "g", ".3g", "%", ",", ",.2f", "+", " ", "010", "=+12,.1f",
             "n", "d", "x", "E", "_", "z", "é^12", ".0f", "z.1f"):
    print(spec, [repr(attempt(format, v, spec)) for v in (D("1234567.891"), D("-0.005"), D("inf"), D("1E+20"))])
with localcontext() as ctx:
    ctx.prec = 5
    print(D(1) / 3, D("123456789") + 0, +D("123456789"), ctx.sqrt(2), D(2).sqrt(), D(2).ln(), D(2).exp(),
          D(100).log10(), ctx.flags[decimal.Inexact], [s.__name__ for s, f in ctx.flags.items() if f])
    ctx.clear_flags()
    ctx.traps[decimal.Inexact] = True
    print(attempt(lambda: D(1) / 3))
    ctx.traps = dict.fromkeys(ctx.traps, False)
    print(D(1) / 0, D(0) / 0, D("x"), D(-1).sqrt(), D("inf") - D("inf"), ctx.create_decimal("1.23456789"),
          [s.__name__ for s, f in ctx.flags.items() if f])
