# The inverse of the normal distribution in the middle, the tails and the far tails.
from _statistics import _normal_dist_inv_cdf as quantile

for p in (1e-300, 1e-20, 1e-12, 1e-5, 0.01, 0.07, 0.075, 0.2, 0.4999, 0.5, 0.5001, 0.8, 0.925, 0.93, 0.99, 1 - 1e-10, 1 - 2**-53):
    print(repr(quantile(p, 0.0, 1.0)), repr(quantile(p, 100, 15)), repr(quantile(p, -3.5, 0.25)))
for arguments in [(0.0, 0, 1), (1.0, 0, 1), (0.5, 0, 0), (2.0, 0, 1), (-1, 0, 1), (0.5, 1, -1), ("x", 0, 1), (0.5, 0), (True, 0, 1),
                  (float("nan"), 0, 1)]:
    try:
        print(quantile(*arguments))
    except Exception as error:
        print(type(error).__name__, error)
