"""Functions to look at."""


def largest(items):
    best = None
    for item in items:
        if best is None or item > best:
            best = item
    return best


def safe_divide(a, b):
    try:
        return a / b
    except ZeroDivisionError:
        return None


def squares(n):
    return [i * i for i in range(n)]


def squares_by_loop(n):
    result = []
    for i in range(n):
        result.append(i * i)
    return result


class Counter:
    def __init__(self):
        self.count = 0

    def step(self):
        self.count += 1
        return self.count
