"""Makes, compares, orders, replaces and shows records of dataclasses, named tuples and enumerations."""

import collections
import dataclasses
import enum


class Kind(enum.Enum):
    SMALL = 1
    LARGE = 2


class Flag(enum.Flag):
    NEW = 1
    SOLD = 2
    LOST = 4


@dataclasses.dataclass(order=True)
class Item:
    price: float
    name: str
    kind: Kind = dataclasses.field(compare=False, default=Kind.SMALL)
    tags: list = dataclasses.field(compare=False, default_factory=list)

    def total(self, count):
        return self.price * count


@dataclasses.dataclass(frozen=True)
class Point:
    x: int
    y: int = 0

    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)


Entry = collections.namedtuple("Entry", "key value")

items = [Item(n * 7 % 1000 / 4, f"item{n % 50}", Kind(n % 2 + 1)) for n in range(40000)]
ordered = sorted(items[:3000])
changed = [dataclasses.replace(item, price=item.price + 1) for item in items[:4000]]
equal = sum(a == b for a, b in zip(items, items[200:]))
points = {Point(n % 100, n % 37) for n in range(40000)}
total = Point(0)
for point in sorted(points, key=lambda point: (point.x, point.y)):
    total = total + point
entries = [Entry(key, value)._replace(value=value + 1) for key, value in enumerate(range(40000))]
text = sum(len(repr(item)) for item in changed[:2000])
as_dicts = [dataclasses.asdict(item) for item in items[:1500]]
flags = collections.Counter(str(Flag(n % 8)) for n in range(4000))
print(ordered[0].name, equal, len(points), total, entries[-1], text, as_dicts[7]["price"], len(flags),
      sum(item.total(2) for item in items))
