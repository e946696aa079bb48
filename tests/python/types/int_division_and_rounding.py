"""Division of ints: //, %, divmod, /, round with negative digits, pow with negative exponent and modulus, huge quotients."""


def attempt(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


values = [7, -7, 3, -3, 1, -1, 0, 10 ** 20, -10 ** 20, 2 ** 63, -2 ** 63, 10 ** 20 + 1, True]
for a in values:
    print(a, [attempt(lambda: divmod(a, b)) for b in values])
    print([attempt(lambda: a / b) for b in values])
print(attempt(lambda: 10 ** 400 / 10 ** 399), attempt(lambda: 10 ** 400 / 3), attempt(lambda: 3 / 10 ** 400),
      attempt(lambda: 10 ** 400 / 10 ** 90), attempt(lambda: (2 ** 53 + 1) / 1), attempt(lambda: (2 ** 1024 - 1) / 1),
      attempt(lambda: 2 ** 1024 / 2), attempt(lambda: -1 / 10 ** 400), attempt(lambda: 1 / 2 ** 1074),
      attempt(lambda: 1 / 2 ** 1075), attempt(lambda: 3 / 2 ** 1075))
for n in (0, 5, 15, 25, 35, -15, -25, 149, 150, 151, 12345, 99999, 10 ** 20 + 5 * 10 ** 9, -10 ** 25 // 3):
    print(n, [round(n, d) for d in (None, 0, 1, 5, -1, -2, -3, -10, -30)])
print(attempt(lambda: round(5, 1.0)), attempt(lambda: round(5, "1")), 
      attempt(lambda: round(5, 10 ** 20)), attempt(lambda: (5).__round__(1, 2)), attempt(lambda: round(True, -1)))
for base in (0, 1, 2, -2, 3, 10 ** 18):
    print(base, [attempt(lambda: pow(base, e)) for e in (0, 1, 2, 5, -1, -2)],
          [attempt(lambda: pow(base, e, m)) for e, m in ((5, 7), (5, -7), (-1, 7), (-1, 8), (-3, 10), (0, 1), (3, 1), (3, -1),
                                                        (3, 0), (0, 0), (10 ** 20, 10 ** 9 + 7), (-2, 1))])
for args in ((2, 3, 4.0), (2.0, 3, 4), (2, 3.0, 4), (2, "3"), ("2", 3), (2, 3, None), (2, None), (2j, 3, 4), (2, 0.5), (-2, 0.5),
             (0, -1), (0, -1.0), (0.0, -1), (-8, 1 / 3), (2, 10000.0), (True, True, True)):
    print(args, attempt(lambda: pow(*args)))
print(attempt(lambda: pow(base=2, exp=5, mod=7)), attempt(lambda: pow(2)), attempt(lambda: pow(2, mod=3)))
from math import gcd, lcm, isqrt, comb, perm, factorial
print(gcd(), gcd(0, 0), gcd(-12, 18), gcd(2 ** 100, 6 ** 50), lcm(), lcm(0, 5), lcm(-4, 6), lcm(10 ** 20, 15))
print([isqrt(n) for n in (0, 1, 15, 16, 2 ** 63 - 1, 10 ** 40, 10 ** 40 - 1)], comb(50, 25), comb(3, 5), perm(10, 3), perm(5),
      factorial(30), [attempt(lambda: f(-1)) for f in (isqrt, factorial)], attempt(lambda: comb(-1, 2)), attempt(lambda: comb(2, -1)),
      attempt(lambda: factorial(2.0)), attempt(lambda: gcd(1.0)), attempt(lambda: isqrt("4")), attempt(lambda: perm(2.5, 1)))
