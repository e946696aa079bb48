"""Computes exactly: decimal money and square roots, fractions, statistics, math on large integers."""

import decimal
import fractions
import math
import statistics

decimal.getcontext().prec = 40
balance = decimal.Decimal("1000.00")
rate = decimal.Decimal("1.0175")
cent = decimal.Decimal("0.01")
for _ in range(60000):
    balance = (balance * rate).quantize(cent) % decimal.Decimal(10) ** 12
roots = sum((decimal.Decimal(n).sqrt() for n in range(2, 6000)), decimal.Decimal(0))
harmonic = sum((fractions.Fraction(1, n) for n in range(1, 1500)), fractions.Fraction(0))
values = [math.sin(n) * 100 for n in range(60000)]
figures = statistics.mean(values), statistics.stdev(values), statistics.median(values)
factor = math.gcd(math.factorial(300), math.comb(500, 250))
print(balance, roots, harmonic.numerator % 1_000_007, *(round(figure, 9) for figure in figures), factor % 1_000_003)
