"""Generators: pipelines, yield from, send, generator expressions."""


def count_up(limit):
    number = 0
    while number < limit:
        yield number
        number += 1


def squares(numbers):
    for number in numbers:
        yield number * number


def not_divisible(numbers, divisor):
    for number in numbers:
        if number % divisor:
            yield number


def walk(depth):
    if depth:
        yield from walk(depth - 1)
        yield depth
        yield from walk(depth - 1)


def running_mean():
    total = count = 0
    mean = 0
    while True:
        value = yield mean
        total += value
        count += 1
        mean = total // count


def main():
    pipeline = sum(not_divisible(squares(count_up(2_000_000)), 3)) % 1000007
    visited = sum(walk(16))
    mean = running_mean()
    next(mean)
    last = 0
    for i in range(1_500_000):
        last = mean.send(i)
    even = sum(i for i in range(4_000_000) if not i & 1)
    return pipeline, visited, last, even


print(*main())
