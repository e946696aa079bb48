"""Traces rays through a scene of spheres and a plane: small objects, operator methods and float arithmetic."""


class Vector:
    __slots__ = ("x", "y", "z")

    def __init__(self, x, y, z):
        self.x = x
        self.y = y
        self.z = z

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y, self.z + other.z)

    def __sub__(self, other):
        return Vector(self.x - other.x, self.y - other.y, self.z - other.z)

    def __mul__(self, factor):
        return Vector(self.x * factor, self.y * factor, self.z * factor)

    def dot(self, other):
        return self.x * other.x + self.y * other.y + self.z * other.z

    def unit(self):
        return self * (1.0 / self.dot(self) ** 0.5)


class Sphere:
    def __init__(self, centre, radius, colour, mirror):
        self.centre = centre
        self.radius = radius
        self.colour = colour
        self.mirror = mirror

    def hit(self, origin, direction):
        offset = origin - self.centre
        half = offset.dot(direction)
        rest = half * half - offset.dot(offset) + self.radius * self.radius
        if rest < 0.0:
            return None
        root = rest ** 0.5
        for distance in (-half - root, -half + root):
            if distance > 1e-6:
                return distance
        return None

    def normal(self, point):
        return (point - self.centre).unit()


class Plane:
    def __init__(self, height, colour, mirror):
        self.height = height
        self.colour = colour
        self.mirror = mirror

    def hit(self, origin, direction):
        if abs(direction.y) < 1e-9:
            return None
        distance = (self.height - origin.y) / direction.y
        return distance if distance > 1e-6 else None

    def normal(self, point):
        return Vector(0.0, 1.0, 0.0)


class Scene:
    def __init__(self, things, light):
        self.things = things
        self.light = light

    def nearest(self, origin, direction):
        best = None
        found = None
        for thing in self.things:
            distance = thing.hit(origin, direction)
            if distance is not None and (best is None or distance < best):
                best = distance
                found = thing
        return found, best

    def colour(self, origin, direction, depth):
        thing, distance = self.nearest(origin, direction)
        if thing is None:
            return 0.2 + 0.3 * max(direction.y, 0.0)
        point = origin + direction * distance
        normal = thing.normal(point)
        to_light = (self.light - point).unit()
        shade = max(normal.dot(to_light), 0.0)
        if shade and self.nearest(point, to_light)[0] is not None:
            shade = 0.0
        value = thing.colour * (0.1 + 0.9 * shade)
        if thing.mirror and depth:
            reflected = direction - normal * (2.0 * direction.dot(normal))
            value = value * (1.0 - thing.mirror) + thing.mirror * self.colour(point, reflected, depth - 1)
        return value


def render(scene, width, height):
    eye = Vector(0.0, 1.0, -6.0)
    rows = []
    for row in range(height):
        line = []
        for column in range(width):
            ray = Vector((column - width / 2) / width, (height / 2 - row) / height, 1.0).unit()
            line.append(scene.colour(eye, ray, 3))
        rows.append(line)
    return rows


def main():
    things = [Sphere(Vector(i * 1.4 - 2.8, 0.4 + 0.3 * (i % 2), 0.5 * i), 0.8, 0.5 + 0.1 * i, 0.15 * i) for i in range(5)]
    things.append(Plane(-0.5, 0.7, 0.2))
    scene = Scene(things, Vector(4.0, 6.0, -5.0))
    image = render(scene, 180, 120)
    shades = " .:-=+*#%@"
    for line in image[::12]:
        print("".join(shades[min(int(value * 10), 9)] for value in line[::4]))
    print(f"{sum(map(sum, image)):.9f}")


main()
