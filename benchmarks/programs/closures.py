"""Closures and decorators: captured variables, nonlocal, wrappers, partial application."""


def counter():
    count = 0

    def step(by=1):
        nonlocal count
        count += by
        return count

    return step


def compose(*functions):
    def composed(value):
        for function in functions:
            value = function(value)
        return value

    return composed


def memoize(function):
    seen = {}

    def wrapper(number):
        if number not in seen:
            seen[number] = function(number)
        return seen[number]

    return wrapper


def logged(calls):
    def decorate(function):
        def wrapper(*arguments, **keywords):
            calls.append(len(arguments))
            return function(*arguments, **keywords)

        return wrapper

    return decorate


CALLS = []


@logged(CALLS)
def product(a, b, *, plus=0):
    return a * b + plus


@memoize
def slow_square(number):
    return sum(number for _ in range(number))


def main(rounds):
    step = counter()
    chain = compose(lambda x: x + 1, lambda x: x * 2, lambda x: x % 1013)
    adders = [lambda x, n=n: x + n for n in range(10)]
    total = 0
    for i in range(rounds):
        total += step()
        total = chain(total)
        total = adders[i % 10](total)
        total += slow_square(i % 50)
        total += product(i, 2, plus=1) & 7
    return total, step(0), len(CALLS)


print(*main(600_000))
