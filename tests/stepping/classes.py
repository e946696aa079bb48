class Point:
    zero = 0

    def __init__(self, x, y):
        self.x, self.y = x, y


points = [Point(i, -i) for i in range(2)]
print(len(points))
