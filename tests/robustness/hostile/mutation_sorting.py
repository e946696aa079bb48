# Sorting, bisecting, heaping, extremes and joins of lists that change behind the back of who works on them.
import bisect
import functools
import heapq


def attempt(name, action):
    try:
        print(name, action())
    except Exception as error:
        print(name, type(error).__name__, error)


class Item:
    def __init__(self, number, action=lambda: None):
        self.number, self.action = number, action

    def __lt__(self, other):
        self.action()
        return self.number < other.number

    def __gt__(self, other):
        self.action()
        return self.number > other.number

    def __str__(self):
        self.action()
        return "i"

    __repr__ = __str__


def items_with(action, count=20):
    items = []
    items.extend(Item(count - number, lambda: action(items)) for number in range(count))
    return items


actions = {"clear": list.clear, "append": lambda items: items.append(Item(0)), "pop": lambda items: items and items.pop(),
           "slice": lambda items: items.__delitem__(slice(0, 3)), "sort": lambda items: items.sort(key=id) if 0 else None,
           "raise": lambda items: 1 / 0}
for name, action in actions.items():
    for work in (lambda items: items.sort(), lambda items: items.sort(key=lambda item: action(items) or item.number),
                 lambda items: len(sorted(items)), lambda items: max(items).number, lambda items: min(items).number,
                 lambda items: heapq.heapify(items), lambda items: heapq.heappop(items) and None,
                 lambda items: heapq.heappush(items, Item(0)), lambda items: heapq.heapreplace(items, Item(0)) and None,
                 lambda items: heapq.heappushpop(items, Item(50, lambda: action(items))) and None,
                 lambda items: bisect.bisect(items, Item(3, lambda: action(items))) >= 0,
                 lambda items: bisect.insort(items, Item(3, lambda: action(items)))):
        items = items_with(action)
        attempt(name, lambda: work(items))
    items = items_with(action)
    attempt(name + " repr", lambda: len(repr(items)) > 0)
numbers = [3, 1, 2]
attempt("cmp", lambda: numbers.sort(key=functools.cmp_to_key(lambda a, b: numbers.append(1) or a - b)))
attempt("key replaces", lambda: numbers.sort(key=lambda item: numbers.__init__([5]) or item))
attempt("nan", lambda: len(sorted([float("nan"), 1.0, float("inf")] * 50)))
attempt("mixed", lambda: sorted([1, "a"]))


class Liar:
    def __lt__(self, other):
        return True


attempt("liar", lambda: len(sorted(Liar() for _ in range(5000))))
class Mutable:
    def __lt__(self, other):
        type(self).__lt__ = lambda self, other: NotImplemented
        return True
attempt("class changes", lambda: sorted([Mutable() for _ in range(10)]))
