def choose(point):
    match point:
        case {"x": x, **rest} if (y := x + 1) > 1:
            return x, y, rest
        case [first, *others]:
            return first, others
        case _:
            return None


for point in {"x": 1, "z": 2}, [3, 4, 5], 6:
    print(choose(point))
a, (b, *c) = 1, "spam"
text = f"{a!r:>5}|{b}"
assert c, "never"
value = a if b else c
with open(__file__) as file:
    first = file.readline()
