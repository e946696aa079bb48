"""Polynomials with operators and printing, root finding, sieves, Miller-Rabin, factorisation, continued
fractions, Chinese remainders."""
import math
from fractions import Fraction
from itertools import compress, count, islice, zip_longest


class Poly(tuple):
    def __new__(cls, *coefficients):
        while coefficients and not coefficients[-1]:
            coefficients = coefficients[:-1]
        return super().__new__(cls, coefficients)

    def __call__(self, x):
        result = 0
        for c in reversed(self):
            result = result * x + c
        return result

    def __add__(self, other):
        other = other if isinstance(other, Poly) else Poly(other)
        return Poly(*map(sum, zip_longest(self, other, fillvalue=0)))

    __radd__ = __add__

    def __neg__(self):
        return Poly(*(-c for c in self))

    def __sub__(self, other):
        return self + -other

    def __mul__(self, other):
        if not isinstance(other, Poly):
            return Poly(*(c * other for c in self))
        out = [0] * (len(self) + len(other))
        for i, a in enumerate(self):
            for j, b in enumerate(other):
                out[i + j] += a * b
        return Poly(*out)

    __rmul__ = __mul__

    def __pow__(self, n):
        return math.prod([self] * n, start=Poly(1))

    def __divmod__(self, other):
        quotient, rest = Poly(), self
        while len(rest) >= len(other):
            term = Poly(*[0] * (len(rest) - len(other)), Fraction(rest[-1]) / other[-1])
            quotient, rest = quotient + term, Poly(*(rest - term * other)[:len(rest) - 1])
        return quotient, rest

    def derivative(self):
        return Poly(*[i * c for i, c in enumerate(self)][1:])

    def __str__(self):
        terms = []
        for power, c in reversed(list(enumerate(self))):
            if c:
                body = "" if abs(c) == 1 and power else str(abs(c))
                terms.append(f"{'-' if c < 0 else '+'} {body}{'x' if power else ''}{f'^{power}' if power > 1 else ''}")
        return " ".join(terms).removeprefix("+ ") or "0"


x = Poly(0, 1)
p = (x - 1) * (x + 2) ** 2 * 3
print(p, "|", p.derivative(), "|", p(2), p(Fraction(1, 2)), p - p, Poly(), 5 + x, *map(str, divmod(p, x + 2)),
      *map(str, divmod(x ** 3, x ** 2 + 1)))


def newton(p, guess):
    for step in count():
        value = p(guess)
        if abs(value) < 1e-12:
            return guess, step
        guess -= value / p.derivative()(guess)


print(newton(x ** 2 - 2, 1.0), newton(x ** 3 - x - 2, 1.5))


def sieve(n):
    flags = bytearray([1]) * n
    flags[:2] = b"\0\0"
    for i in range(2, math.isqrt(n - 1) + 1):
        if flags[i]:
            flags[i * i::i] = bytes(len(range(i * i, n, i)))
    return compress(range(n), flags)


def is_prime(n):
    if n < 2 or any(n % p == 0 and n != p for p in (2, 3, 5, 7, 11, 13)):
        return False
    d, s = n - 1, 0
    while d % 2 == 0:
        d, s = d // 2, s + 1
    return all(pow(a, d, n) in (1, n - 1) or any(pow(a, d * 2 ** r, n) == n - 1 for r in range(1,
        s)) for a in (2, 3, 5, 7, 11, 13) if a % n)


def factors(n):
    for p in sieve(1000):
        while n % p == 0:
            yield p
            n //= p
    if n > 1:
        yield n


def continued(q):
    while True:
        whole = math.floor(q)
        yield whole
        if q == whole:
            return
        q = 1 / (q - whole)


primes = list(sieve(2000))
print(primes[-3:], len(primes), [n for n in range(2000) if is_prime(n)] == primes, is_prime(2 ** 61 - 1),
      is_prime(2 ** 67 - 1), list(factors(2 ** 32 - 1)), list(factors(600851475143 * 97)))
print(list(continued(Fraction(415, 93))), list(islice(continued(math.sqrt(2)), 8)), math.lcm(*range(1, 30)),
      sum(pow(3, -1, p) for p in primes[2:50]))
remainders = [(2, 3), (3, 5), (2, 7)]
n = math.prod(m for _, m in remainders)
print(sum(r * (n // m) * pow(n // m, -1, m) for r, m in remainders) % n)
print([(a, b, c) for c in range(1, 40) for b in range(1, c) for a in range(1, b) if a * a + b * b == c * c])
