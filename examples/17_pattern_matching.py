"""`match` compares the shape of a value with patterns, and binds names to its parts."""
from dataclasses import dataclass


@dataclass
class Point:
    x: int
    y: int


class Color:
    RED = "red"


def describe(value):
    match value:
        case None | True | False:                   # singletons are compared with `is`
            return f"the constant {value}"
        case 0 | -1 | 2j:                           # literals with ==
            return "a special number"
        case Color.RED:                             # a dotted name is a value, a plain one would capture
            return "red itself"
        case str() as text if len(text) > 5:        # class pattern, capture, guard
            return f"long text of {len(text)}"
        case int(n) | float(n):
            return f"number {n}"
        case []:
            return "empty sequence"
        case [single]:
            return f"one item, {single!r}"
        case [Point(x=0, y=0), *_]:
            return "starts at the origin"
        case [first, *middle, last]:
            return f"from {first!r} to {last!r} over {middle}"
        case {"type": "circle", "r": r, **rest}:    # a mapping may have more keys
            return f"circle of {r}, also {rest}"
        case {}:
            return "some mapping"
        case Point(0, y):                           # positions come from __match_args__
            return f"on the axis at {y}"
        case Point(x, y) if x == y:
            return f"on the diagonal at {x}"
        case Point():
            return "some point"
        case _:
            return "no idea"


for value in (None, True, 0, 2j, "red", "indigo blue", 7, 2.5, [], ["a"], (Point(0, 0), 1), range(4), "ab",
              {"type": "circle", "r": 2, "fill": 1}, {"type": "square"}, Point(0, 5), Point(3, 3), Point(1, 2), {1}):
    print(f"{value!s:45} {describe(value)}")


def run(command):
    match command.split():
        case ["go", ("north" | "south") as way]:
            return f"going {way}"
        case ["take", *things] if things:
            return f"taking {' and '.join(things)}"
        case [verb, *_]:
            return f"cannot {verb}"
        case _:
            return "say something"


print(run("go north"), run("go up"), run("take lamp key"), run(""), sep="; ")
print(Point.__match_args__)
try:
    match Point(1, 2):
        case Point(1, 2, 3):
            pass
except TypeError as error:
    print(error)
