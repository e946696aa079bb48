"""Attribute reads and writes on instances, with a dictionary and with __slots__, and on classes."""


class Body:
    scale = 3

    def __init__(self, x, y):
        self.x = x
        self.y = y
        self.steps = 0


class Point:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


def main(rounds):
    bodies = [Body(i, i + 1) for i in range(10)]
    points = [Point(i, 2 * i) for i in range(10)]
    for i in range(rounds):
        body = bodies[i % 10]
        point = points[(i + 3) % 10]
        body.x = (body.x + point.y * body.scale) % 1009
        body.y = body.x - point.x
        body.steps += 1
        point.x, point.y = point.y, body.y % 17
    return sum(body.x + body.y + body.steps for body in bodies) + sum(point.x + point.y for point in points)


print(main(2_500_000))
