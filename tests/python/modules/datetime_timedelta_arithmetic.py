# timedelta: exact sums of odd units, rounding half to even, division of all kinds, the limits.
from datetime import timedelta as T


def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


d = T(1, 2, 3)
print(T(weeks=1, days=-1, hours=2.5, minutes=0.1, seconds=1e-6, milliseconds=1.5, microseconds=0.5))
print(T(microseconds=0.5), T(microseconds=1.5), T(microseconds=2.5), T(microseconds=-0.5))
print(T(days=10**20, hours=-24 * 10**20), T(seconds=True))
for divisor in (3, -7, 2.5, 10**30, -(10**30), T(seconds=7), T(-1)):
    show(lambda: d / divisor)
    show(lambda: d // divisor)
    show(lambda: d % divisor)
    show(lambda: divmod(d, divisor))
for zero in (0, 0.0, T(0)):
    show(lambda: d / zero)
    show(lambda: d // zero)
    show(lambda: d % zero)
for factor in (3, -2, 2.5, 0.1, 10**20, 1e300, float("inf"), float("nan"), "a", None):
    show(lambda: d * factor)
    show(lambda: factor * d)
show(lambda: d + 1)
show(lambda: d < 1)
show(lambda: -T.max)
show(lambda: abs(T.min))
show(lambda: T.max + T.resolution)
show(lambda: sum([d] * 5, T()))
print(d.total_seconds(), T.max.total_seconds(), T.min.total_seconds(), (-T.resolution).total_seconds())
print(str(-d), str(T(1)), str(T(-1)), str(T(2, 3661)), repr(T()), repr(T(0, -1)), bool(T()), bool(d))
print(sorted([d, T(), -d, T.max]), d == T(1, 2, 3), d != 5, hash(d) == hash(T(1, 2, 3)))


class Sub(T):
    pass


print(repr(Sub(1)), type(Sub(1) + Sub(2)).__name__, type(-Sub(1)).__name__, type(abs(Sub(1))).__name__)
print(d.__reduce__(), Sub(hours=1).__reduce__()[1])
