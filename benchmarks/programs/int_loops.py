"""Loops of small-integer arithmetic: sieve, greatest common divisors, a linear generator."""


def primes_below(limit):
    sieve = bytearray([1]) * limit
    sieve[0] = sieve[1] = 0
    number = 2
    while number * number < limit:
        if sieve[number]:
            for multiple in range(number * number, limit, number):
                sieve[multiple] = 0
        number += 1
    return sum(sieve)


def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


def collatz_lengths(limit):
    longest = 0
    for start in range(1, limit):
        length, n = 1, start
        while n != 1:
            n = n // 2 if n % 2 == 0 else 3 * n + 1
            length += 1
        if length > longest:
            longest = length
    return longest


def main():
    state = 12345
    common = 0
    for i in range(300_000):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        common += gcd(state & 0xFFFF, (i ^ 0x5A5A) + 1)
    return primes_below(2_000_000), common, collatz_lengths(45_000)


print(*main())
