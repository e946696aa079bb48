# Containers that change while something goes through them.
import collections
import itertools


def attempt(name, action):
    try:
        print(name, action())
    except (RuntimeError, IndexError, ValueError, KeyError, StopIteration) as error:
        print(name, type(error).__name__, error)


def endless(items, limit=1000):
    for count, item in enumerate(items):
        items.append(item)
        if count == limit:
            return len(items)


def shrinking(items):
    seen = []
    for item in items:
        seen.append(item)
        items.pop()
    return seen


def changing(table, change):
    for key in table:
        change(table, key)
    return len(table)


attempt("list grows", lambda: endless([1]))
attempt("list shrinks", lambda: shrinking([1, 2, 3, 4]))
attempt("dict grows", lambda: changing({1: 1}, lambda table, key: table.update({key + 1: 1})))
attempt("dict shrinks", lambda: changing({1: 1, 2: 2}, lambda table, key: table.pop(key)))
attempt("dict replaced", lambda: changing({1: 1, 2: 2}, lambda table, key: (table.pop(key), table.update({key + 5: 1}))))
attempt("dict cleared", lambda: changing({1: 1, 2: 2}, lambda table, key: table.clear()))
attempt("set grows", lambda: changing({1}, lambda table, key: table.add(key + 1)))
attempt("set cleared", lambda: changing({1, 2}, lambda table, key: table.clear()))
attempt("deque grows", lambda: changing(collections.deque([1]), lambda queue, key: queue.append(1)))
attempt("deque cleared", lambda: changing(collections.deque([1, 2]), lambda queue, key: queue.clear()))
attempt("deque rotates", lambda: changing(collections.deque([1, 2]), lambda queue, key: queue.rotate()))
attempt("bytearray", lambda: endless(bytearray(b"a"), 100))
attempt("sort", lambda: (lambda items: items.sort(key=lambda item: items.append(1) or 1))([3, 2, 1]))
attempt("sort cleared", lambda: (lambda items: items.sort(key=lambda item: items.clear() or 1))([3, 2, 1]))
numbers = [1, 2, 3]
attempt("extend by itself", lambda: numbers.extend(numbers) or numbers)
attempt("slice of itself", lambda: numbers.__setitem__(slice(1, 2), numbers) or numbers)
attempt("extend by an iterator of itself", lambda: numbers.extend(itertools.islice(numbers, 5)) or len(numbers))
table = {1: 1, 2: 2, 3: 3}
for view in table.keys(), table.values(), table.items():
    iterator = iter(view)
    next(iterator)
    table[len(table) + 1] = 1
    attempt("view", lambda: next(iterator))
iterator = reversed(numbers)
next(iterator)
numbers.clear()
attempt("reversed", lambda: next(iterator))
attempt("update by itself", lambda: table.update(table) or len(table))
attempt("update by a change", lambda: {}.update(((table.clear(), 1) for _ in range(2))))
