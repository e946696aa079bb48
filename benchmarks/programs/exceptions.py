"""Exceptions: raised and caught near and far, finally, with statements, nothing raised."""


class Refused(Exception):
    def __init__(self, code):
        super().__init__(code)
        self.code = code


class Guard:
    def __init__(self):
        self.entered = 0

    def __enter__(self):
        self.entered += 1
        return self

    def __exit__(self, kind, value, traceback):
        return kind is not None and issubclass(kind, KeyError)


def check(number):
    if number % 4 == 0:
        raise Refused(number)
    return number


def deep(level, number):
    if level:
        return deep(level - 1, number)
    return check(number)


def main(rounds):
    caught = total = finished = 0
    table = {i: i for i in range(0, 100, 2)}
    guard = Guard()
    for i in range(rounds):
        try:
            total += check(i)
        except Refused as error:
            caught += error.code & 1023
        try:
            total += table[i % 100]
        except KeyError:
            caught += 1
        finally:
            finished += 1
        if i % 8 == 0:
            try:
                deep(5, i)
            except (ValueError, Refused):
                caught += 1
        with guard:
            total += table[i % 50]
        try:
            int("12")
        except ValueError:
            caught = 0
    return caught, total, finished, guard.entered


print(*main(400_000))
