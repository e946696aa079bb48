"""Operators give the same for every mixture of operand types at one place, in whatever order they come."""


class Int(int):
    def __add__(self, other):
        return "Int.__add__"

    def __radd__(self, other):
        return "Int.__radd__"

    def __lt__(self, other):
        return "Int.__lt__"


class Text(str):
    def __add__(self, other):
        return "Text.__add__"

    def __eq__(self, other):
        return "Text.__eq__"

    __hash__ = str.__hash__


def calculate(a, b):
    results = []
    for operation in (add, subtract, multiply, divide, floor, remainder, shift, bits):
        try:
            results.append(operation(a, b))
        except Exception as error:
            results.append(type(error).__name__)
    return results


def add(a, b):
    return a + b


def subtract(a, b):
    return a - b


def multiply(a, b):
    return a * b


def divide(a, b):
    return a / b


def floor(a, b):
    return a // b


def remainder(a, b):
    return a % b


def shift(a, b):
    return a << b, a >> b


def bits(a, b):
    return a & b, a | b, a ^ b


def compare(a, b):
    results = ""
    if a < b:
        results += "<"
    if a == b:
        results += "="
    if a != b:
        results += "!"
    while a >= b:
        results += ">="
        break
    return results, a <= b, a > b


LARGE = 2**63
NAN = float("nan")
OPERANDS = [(7, 3), (1.5, 2), (2, 0.5), (2.5, 1.25), (-7, 2), (7, -2), (-7, -2), (0, 5), (5, 0), (1.0, 0.0), (LARGE - 1, 1),
            (-LARGE, -1), (LARGE, LARGE), (LARGE - 1, LARGE - 1), (1 << 62, 2), (True, True), (True, 3), (Int(3), 4),
            (4, Int(3)), ("a", "b"), ("a", 3), (3, "ab"), (Text("a"), "b"), ([1], [2]), ((1,), 2), (NAN, 1.0),
            (2**53 + 1, 3), (1e308, 10), (3, 70), (-1, 200), (255, 2), (-5, 1), (256, 256), (0.0, -0.0)]
for warm_left, warm_right in ((7, 3), (2.5, 1.25), ("a", "b"), (1.5, 2)):
    for _ in range(60):
        calculate(warm_left, warm_right)
        compare(warm_left, warm_right)
    for left, right in OPERANDS:
        print(left, right, calculate(left, right))
        try:
            print(compare(left, right))
        except TypeError as error:
            print(error)
