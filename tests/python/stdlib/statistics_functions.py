"""statistics: every function on ints, floats, fractions and decimals, on empty and short data, with wrong
types."""
import statistics as st
from decimal import Decimal
from fractions import Fraction


def attempt(function, *args, **kw):
    try:
        value = function(*args, **kw)
        return round(value, 10) if isinstance(value, float) else value
    except Exception as error:
        return f"{type(error).__name__}: {error}"


DATA = {"ints": [1, 2, 2, 3, 10], "floats": [1.5, 2.5, -3.25, 1e10],
        "fractions": [Fraction(1, 3), Fraction(1, 2), 2], "decimals": [Decimal("0.1"), Decimal("0.3")],
        "one": [5], "none": [], "mixed": [1, 2.5], "bad": [1, "a"], "negative": [-1, 0, 4],
        "nan": [1, float("nan")], "words": ["a", "b", "b", "a"], "iterator": None, "bools": [True, False, True], "huge": [10 ** 400, 1]}
for name in ("mean", "fmean", "geometric_mean", "harmonic_mean", "median", "median_low", "median_high",
             "median_grouped", "mode", "multimode", "pstdev", "pvariance", "stdev", "variance", "quantiles"):
    print(name, {label: attempt(getattr(st, name), iter([1, 2, 4]) if data is None else data) for label,
                 data in DATA.items()})
for kw in ({"n": 10}, {"n": 1}, {"n": 0}, {"n": 4, "method": "inclusive"}, {"method": "nope"}, {"n": 1.5},
           {"n": "x"}):
    print(kw, attempt(st.quantiles, [1, 5, 2, 8, 3, 9, 4], **kw))
print(attempt(st.fmean, [1, 2], [3, 1]), attempt(st.fmean, [1, 2], [1]), attempt(st.fmean, [1, 2], [0, 0]),
      attempt(st.harmonic_mean, [1, 2], [3, 1]), attempt(st.harmonic_mean, [1, 0]),
      attempt(st.harmonic_mean, [1, 2], weights=[1]), attempt(st.geometric_mean, [1, -2]),
      attempt(st.pvariance, [1, 2, 3], 2), attempt(st.variance, [1, 2, 3], xbar=5),
      attempt(st.median_grouped, [1, 3, 3, 5], interval=2), attempt(st.median_grouped, ["a"]))
x, y = [1, 2, 3, 4, 5], [2.1, 3.9, 6.2, 7.8, 10.1]
print(attempt(st.covariance, x, y), attempt(st.correlation, x, y), st.linear_regression(x, y),
      attempt(st.linear_regression, x, y, proportional=True), attempt(st.correlation, x, [1] * 5),
      attempt(st.correlation, x, [1]), attempt(st.covariance, [1], [2]),
      attempt(st.linear_regression, [1, 1], [2, 3]))
n = st.NormalDist(100, 15)
print(n, n.mean, n.variance, n.cdf(115), n.pdf(100), n.inv_cdf(0.975), n.zscore(130), n.quantiles(4),
      n.overlap(st.NormalDist(110, 15)), n + 5, n * 2, n / 3, n - st.NormalDist(1, 1), -n, 5 - n,
      n == st.NormalDist(100, 15), hash(n) == hash(st.NormalDist(100, 15)),
      st.NormalDist.from_samples([1, 2, 3, 4]), n.samples(3, seed=5), n.median, n.mode, n.stdev)
for action in (lambda: st.NormalDist(0, -1), lambda: n.inv_cdf(0), lambda: n.inv_cdf(2),
               lambda: st.NormalDist(1, 0).cdf(1), lambda: st.NormalDist(1, 0).pdf(1), lambda: n + "x",
               lambda: n * n, lambda: st.NormalDist.from_samples([1]), lambda: n.overlap(5),
               lambda: st.NormalDist("a"), lambda: setattr(n, "mean", 5), lambda: n.quantiles(0),
               lambda: st.mode([[]]), lambda: st.mean(5), lambda: st.mean("ab"), lambda: st.mode("abcabcc"),
               lambda: st.multimode(""), lambda: st.mean({1: 2, 3: 4}), lambda: st.mean(range(10 ** 6 // 100))):
    print(attempt(action))
print(st.mean([1e308, 1e308]), st.mean([Fraction(1, 7)] * 7), st.mean([10 ** 30, 1]),
      st.pstdev([1.5, 2.5, 2.5, 2.75, 3.25, 4.75]), st.stdev([Decimal("1.5"), Decimal("2.5")]),
      st.fmean([1e20, 1, -1e20]))
