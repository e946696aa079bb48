"""Function calls: positional, defaults, keywords, star arguments, nested."""


def add(a, b):
    return a + b


def scaled(value, factor=3, offset=1):
    return value * factor + offset


def total(*values):
    result = 0
    for value in values:
        result = add(result, value)
    return result


def configured(first, *, second=2, **rest):
    return first + second + len(rest)


def main(rounds):
    checksum = 0
    for i in range(rounds):
        checksum = add(checksum, scaled(i))
        checksum = add(checksum, scaled(i, 2))
        checksum += scaled(i, offset=5)
        checksum += total(i, 1, 2, 3)
        checksum += configured(i, second=4, third=5)
        checksum %= 1000003
    return checksum


print(main(800_000))
