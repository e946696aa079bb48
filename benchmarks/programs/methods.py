"""Classes and methods: inheritance, super, properties, class and static methods, special methods."""


class Shape:
    count = 0

    def __init__(self, name):
        self.name = name
        Shape.count += 1

    def area(self):
        return 0

    def describe(self):
        return self.area() + len(self.name)

    @classmethod
    def made(cls):
        return cls.count

    @staticmethod
    def limit(value):
        return value % 1009


class Square(Shape):
    def __init__(self, side):
        super().__init__("square")
        self._side = side

    @property
    def side(self):
        return self._side

    @side.setter
    def side(self, value):
        self._side = self.limit(value)

    def area(self):
        return self.side * self.side


class Vector:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __eq__(self, other):
        return self.x == other.x and self.y == other.y

    def __len__(self):
        return 2

    def __getitem__(self, index):
        return self.y if index else self.x


def main(rounds):
    square = Square(2)
    total = 0
    position, step, goal = Vector(0, 0), Vector(1, 2), Vector(500, 1000)
    met = 0
    for i in range(rounds):
        total += square.describe()
        square.side = total + i
        position = position + step
        if position == goal:
            met += 1
            position = Vector(0, 0)
        total = (total + position[0] + position[1] + len(position)) % 100003
        if i % 16 == 0:
            total += Square(i).made() & 1
    return total, met, Shape.count


print(*main(400_000))
