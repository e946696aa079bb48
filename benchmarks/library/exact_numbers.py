"""Computes exactly: fractions, statistics, math on large integers. (decimal is left out: its C half is missing,
docs/performance.md says what that costs.)"""

import fractions
import math
import statistics

harmonic = sum((fractions.Fraction(1, n) for n in range(1, 2500)), fractions.Fraction(0))
slope = sum((fractions.Fraction(n, 7) * fractions.Fraction(3, n + 1) for n in range(1, 1200)), fractions.Fraction(0))
values = [math.sin(n) * 100 for n in range(120000)]
figures = statistics.mean(values), statistics.stdev(values), statistics.median(values)
factor = math.gcd(math.factorial(300), math.comb(500, 250))
print(harmonic.numerator % 1_000_007, slope.denominator % 1_000_007, *(round(figure, 9) for figure in figures),
      factor % 1_000_003)
