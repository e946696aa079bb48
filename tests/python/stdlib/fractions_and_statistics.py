"""Fraction arithmetic, parsing, limits, formatting and mixing; statistics functions over ints, floats, fractions and decimals."""
from fractions import Fraction as F
from decimal import Decimal
import statistics as st
print(F(3, 6), F("1/3") + F("0.25"), F(1.5), F("-7e-2"), F(Decimal("1.1")), F(1, 3) ** 2, F(4, 9) ** F(1, 2), F(2, 3) ** -3, F(7, 2) // 1, F(-7, 2) % 2, divmod(F(7, 2), F(2, 3)), -F(1, 2), abs(F(-1, 2)), round(F(5, 2)), round(F(7, 3), 2), int(F(-7, 2)), float(F(1, 3)), complex(F(1, 2)))
print(F(1, 2) == 0.5, F(1, 2) < 0.75, F(1, 3) == 1 / 3, F(1, 2) + 0.5, F(1, 2) + 1, 1 - F(1, 4), 2 / F(4), F(1, 2) * 1j, hash(F(1, 2)) == hash(0.5), F(5) in {5}, F("3.14159265").limit_denominator(100), F(1.1).limit_denominator(10), F(0.1), F(3).as_integer_ratio(), F(10, 4).numerator, sum([F(1, n) for n in range(1, 6)]), max(F(1, 2), F(2, 3)))
for call in ("F(1, 0)", "F('x')", "F('1/0')", "F(1.5, 2)", "F('1', 2)", "F(None)", "F(float('nan'))", "F(float('inf'))", "F(1) / 0", "F(1, 2) + 'a'", "F(1) < 1j", "F(1, 2).limit_denominator(0)", "F(' 3/4 ')", "F('3 / 4')", "F('1_0/3')", "F(True)", "F(2, -4)", "F() ", "F(F(1, 2), F(3, 4))", "F.from_float(0.75)", "F.from_decimal(Decimal('0.5'))", "F.from_float('x')", "F(0) ** -1", "F(1, 2) ** 0.5", "2 ** F(1, 2)", "F(1, 2).numerator.x", "repr(F(1, 2))", "bool(F(0))", "F(7, 3).__floor__()", "F(7, 3).__ceil__()", "F(7, 3).__trunc__()", "F(1, 2) > float('nan')", "F(1, 2) // 0", "F(1, 2) % 0"):
    try:
        print(call, "=", eval(call))
    except Exception as error:
        print(call, "->", type(error).__name__, error)
data = [1, 2, 2, 3, 4, 7, 9]
print(st.mean(data), st.fmean(data), st.median(data), st.median_low(data + [10]), st.median_high(data + [10]), st.median_grouped(data), st.mode(data), st.multimode("aabbc"), st.pstdev(data), st.stdev(data), st.pvariance(data), st.variance(data), st.quantiles(data, n=4), st.quantiles(data, method="inclusive"), st.harmonic_mean([40, 60]), st.geometric_mean([1, 4, 16]))
print(st.mean([F(1, 2), F(1, 3)]), st.mean([Decimal("0.1"), Decimal("0.2")]), st.variance([F(1), F(2), F(4)]), st.fmean([1, 2], weights=[3, 1]), st.correlation([1, 2, 3], [2, 4, 6.5]), st.linear_regression([1, 2, 3], [2, 4, 6]), st.covariance([1, 2, 3], [1, 5, 7]))
n = st.NormalDist(100, 15)
print(n.cdf(115), n.inv_cdf(0.5), n + 5, n * 2, n + st.NormalDist(1, 8), n.overlap(st.NormalDist(110, 15)), n.zscore(130), n.quantiles(4), st.NormalDist.from_samples([1, 2, 3]), n.pdf(100))
for call in (lambda: st.mean([]), lambda: st.stdev([1]), lambda: st.mode([]), lambda: st.median([]), lambda: st.quantiles([1]), lambda: st.geometric_mean([0]), lambda: st.harmonic_mean([-1]), lambda: st.mean(["a"]), lambda: st.NormalDist(0, -1), lambda: n.inv_cdf(2), lambda: st.correlation([1], [2]), lambda: st.fmean([])):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
