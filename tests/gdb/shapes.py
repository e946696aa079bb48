"""Calls through Python and C++, a generator, a class body, closures: what the commands walk over."""
import os


def area(width, height=2, *rest, scale=1):
    product = width * height
    return product * scale


def widths(limit):
    for width in range(limit):
        yield width


def total(limit):
    amount = 0
    for width in widths(limit):
        amount += area(width)
    return amount


def by_area(shapes):
    def key(shape):
        return area(*shape, scale=factor)

    factor = 2
    return sorted(shapes, key=key)


class Shape:
    sides = 4
    names = [sides]


def failing():
    try:
        raise KeyError("missing")
    except KeyError as error:
        return [1, (os.getppid(), 2)]


total(3)
by_area([(2, 1), (1, 1)])
for width in range(100):
    area(width)
failing()
