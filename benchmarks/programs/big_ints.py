"""Integers beyond a machine word: factorials, powers, digits of pi, modular exponents, text."""


def factorial(n):
    result = 1
    for i in range(2, n + 1):
        result *= i
    return result


def pi_digits(count):
    digits = []
    q, r, t, k, m, x = 1, 0, 1, 1, 3, 3
    while len(digits) < count:
        if 4 * q + r - t < m * t:
            digits.append(m)
            q, r, m = 10 * q, 10 * (r - m * t), (10 * (3 * q + r)) // t - 10 * m
        else:
            q, r, t, k, m, x = (
                q * k,
                (2 * q + r) * x,
                t * x,
                k + 1,
                (q * (7 * k + 2) + r * x) // (t * x),
                x + 2,
            )
    return digits


def probable_primes(start, count):
    found = []
    candidate = start | 1
    while len(found) < count:
        if pow(2, candidate - 1, candidate) == 1:
            found.append(candidate)
        candidate += 2
    return found


def main():
    a, b = 0, 1
    for _ in range(50_000):
        a, b = b, a + b
    value = factorial(6_000)
    total = 0
    for shift in range(0, 60_000, 3):
        total ^= value >> shift & 0xFFFFFFFFFFFFFFFFFFFF
    return (
        str(factorial(1_200))[:12],
        sum(pi_digits(2_500)),
        a % 10**9,
        probable_primes(10**60, 40)[-1] % 10**9,
        len(str(3**8_000)),
        total % 10**9,
    )


print(*main())
