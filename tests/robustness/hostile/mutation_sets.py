# own limit: which change is noticed, and when, follows from the order in which the operands are looked through
# Operations of sets and dicts whose items change one of the two operands in their __eq__ and __hash__.
class Item:
    action = staticmethod(lambda: None)

    def __init__(self, number):
        self.number = number

    def __hash__(self):
        return self.number % 3

    def __eq__(self, other):
        Item.action()
        return isinstance(other, Item) and self.number == other.number


def attempt(name, action, change):
    Item.action = staticmethod(lambda: None)
    left, right = {Item(number) for number in range(12)}, {Item(number) for number in range(6, 18)}
    table, other = dict.fromkeys(left, 1), dict.fromkeys(right, 2)
    changes = {"clear left": lambda: (left.clear(), table.clear()), "clear right": lambda: (right.clear(), other.clear()),
               "grow": lambda: (left.update(range(100)), table.update(dict.fromkeys(range(100)))),
               "replace": lambda: (left.clear(), left.update("abc"), table.clear(), table.update(a=1)),
               "raise": lambda: 1 / 0, "copy": lambda: (left.copy(), table.copy(), list(table.items()))}
    count = [0]

    def once():
        count[0] += 1
        if count[0] in (3, 7, 20):
            changes[change]()
    Item.action = staticmethod(once)
    try:
        action(left, right, table, other)
        print(name, change, "fine")
    except Exception as error:
        print(name, change, type(error).__name__)


actions = {
    "|": lambda a, b, c, d: a | b, "&": lambda a, b, c, d: a & b, "-": lambda a, b, c, d: a - b, "^": lambda a, b, c, d: a ^ b,
    "|=": lambda a, b, c, d: a.update(b), "&=": lambda a, b, c, d: a.intersection_update(b), "-=": lambda a, b, c, d:
    a.difference_update(b), "^=": lambda a, b, c, d: a.symmetric_difference_update(b), "==": lambda a, b, c, d: a == b,
    "<=": lambda a, b, c, d: a <= b, "disjoint": lambda a, b, c, d: a.isdisjoint(b), "frozen": lambda a, b, c, d: frozenset(a) & b,
    "keys &": lambda a, b, c, d: c.keys() & d.keys(), "keys -": lambda a, b, c, d: c.keys() - d.keys(), "keys ==": lambda a, b, c, d:
    c.keys() == d.keys(), "items &": lambda a, b, c, d: c.items() & d.items(), "items ^": lambda a, b, c, d: c.items() ^ d.items(),
    "update": lambda a, b, c, d: c.update(d), "merge": lambda a, b, c, d: c | d, "dict ==": lambda a, b, c, d: c == d,
    "fromkeys": lambda a, b, c, d: dict.fromkeys(b), "in values": lambda a, b, c, d: Item(3) in c.values(), "copy": lambda a, b, c, d:
    set(a), "list": lambda a, b, c, d: list(c).index(Item(40)), "star": lambda a, b, c, d: {*a, *b}, "stars": lambda a, b, c, d:
    {**c, **d}, "pop": lambda a, b, c, d: [c.pop(Item(n), None) for n in range(20)], "setdefault": lambda a, b, c, d:
    [c.setdefault(Item(n), n) for n in range(30)], "popitem": lambda a, b, c, d: [c.popitem() for _ in range(30)], "discard":
    lambda a, b, c, d: [a.discard(Item(n)) for n in range(30)], "counter": lambda a, b, c, d:
    __import__("collections").Counter([Item(n % 5) for n in range(30)]),
}
for name, action in actions.items():
    for change in "clear left", "clear right", "grow", "replace", "raise", "copy":
        attempt(name, action, change)
