"""match: all kinds of patterns, guards, captures that stay bound, failures half-way."""
def describe(value):
    match value:
        case 0 | 1 | -1:
            return "small"
        case 1.5 | 2 + 3j | -4j:
            return "number"
        case "a" | b"b":
            return "text"
        case None:
            return "none"
        case True:
            return "true"
        case []:
            return "empty"
        case [x]:
            return f"one {x}"
        case [x, *_, y] if x == y:
            return f"same ends {x}"
        case (x, y, *rest):
            return f"many {x} {y} {rest}"
        case {"kind": "point", "x": x, "y": y, **rest}:
            return f"point {x} {y} {rest}"
        case {"kind": kind}:
            return f"kind {kind}"
        case {}:
            return "mapping"
        case int(n) | float(n) if n > 100:
            return f"big {n}"
        case str(s):
            return f"string {s}"
        case Point(0, y=0):
            return "origin"
        case Point(x=px, y=py) as p:
            return f"point {px},{py} {p is value}"
        case complex(real=r, imag=i):
            return f"complex {r} {i}"
        case _:
            return "other"


class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


for value in (0, -1, True, 1.5, 2 + 3j, -4j, "a", b"b", None, [], (), [5], [1, 2, 1], [1, 2, 3], range(3), {},
              {"kind": "point", "x": 1, "y": 2, "z": 3}, {"kind": 5}, {"other": 1}, 500, 50, 101.5, "abc",
              Point(0, 0), Point(1, 2), 1j, b"x", bytearray(b"ab"), {1, 2}, iter([1])):
    print(repr(value) if not isinstance(value, Point) and "iterator" not in repr(value) else "-", describe(value))


def captures(value):
    x = "unbound"
    match value:
        case [x, 5]:
            return "matched"
        case [x, y] if print("guard", x, y):
            pass
        case _:
            pass
    return x


print(captures([1, 5]), captures([2, 3]), captures("ab"))


class Color:
    RED = 1


match 1:
    case Color.RED:
        print("constant")
match [1, [2, [3, 4]]]:
    case [a, [b, [*c]]]:
        print(a, b, c)
match {"a": [1, {"b": 2}]}:
    case {"a": [_, {"b": deep}]}:
        print(deep)
match, case, _ = 1, 2, 3
print(match, case, _)
match = {"case": 5}
match["case"] = 6
print(match)
for source in ("match 1:\n case x: 0\n case y: 0", "match 1:\n case x | 1: 0", "match 1:\n case [a, a]: 0",
               "match 1:\n case {'a': 1, 'a': 2}: 0", "match 1:\n case A(b=1, b=2): 0",
               "match 1:\n case [*a, *b]: 0", "match 1:\n case {**a, 'k': 1}: 0", "match 1:\n case 1 + 1: 0",
               "match 1:\n case (x | y): 0", "match 1:\n case -x: 0", "match 1:\n case f'x': 0"):
    try:
        compile(source, "<s>", "exec")
        print("fine")
    except SyntaxError as error:
        print(error.msg, error.lineno, error.offset)
