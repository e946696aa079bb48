"""Computes exactly: fractions, statistics, math on large integers, decimals (prices, interest, digits of pi)."""

import decimal
import fractions
import math
import statistics

harmonic = sum((fractions.Fraction(1, n) for n in range(1, 2500)), fractions.Fraction(0))
slope = sum((fractions.Fraction(n, 7) * fractions.Fraction(3, n + 1) for n in range(1, 1200)), fractions.Fraction(0))
values = [math.sin(n) * 100 for n in range(120000)]
figures = statistics.mean(values), statistics.stdev(values), statistics.median(values)
factor = math.gcd(math.factorial(300), math.comb(500, 250))


def pi_digits(precision):
    """The digits by Newton's series for the arcsine of a half."""
    with decimal.localcontext(prec=precision + 3):
        last, term, total, n, na, d, da = 0, decimal.Decimal(3), decimal.Decimal(3), 1, 0, 0, 24
        while total != last:
            last = total
            n, na = n + na, na + 8
            d, da = d + da, da + 32
            term = term * n / d
            total += term
    return +total


cent = decimal.Decimal("0.01")
prices = [decimal.Decimal(n * 37 % 10000) / 100 for n in range(15000)]
bill = sum((price * decimal.Decimal("1.19")).quantize(cent) for price in prices)
balance, rate = decimal.Decimal(1000), decimal.Decimal("0.0325") / 12
for month in range(15000):
    balance += (balance * rate).quantize(cent, decimal.ROUND_HALF_UP)
    if month % 12 == 11:
        balance -= 32
digits = sum(int(str(pi_digits(precision))[-1]) for precision in range(30, 230, 10))
print(bill, balance, digits, decimal.Decimal(2).ln().exp(), end=" ")
print(harmonic.numerator % 1_000_007, slope.denominator % 1_000_007, *(round(figure, 9) for figure in figures),
      factor % 1_000_003)
