"""list methods that change in place: results, bounds and errors."""
items = [3, 1, 2]
print(items.append(4), items.extend("ab"), items.insert(1, "x"), items.insert(-1, "y"), items.insert(99, "z"), items)
print(items.pop(), items.pop(0), items.pop(-2), items.remove("x"), items.reverse(), items)
items += (7, 8)
items *= 2
print(items, items.count(7), items.index(8), items.index(8, 7), items.index(7, -3, -1))
copy = items.copy()
items.clear()
print(items, len(copy), copy[:] == copy, copy[:] is copy)
numbers = list(range(10))
numbers[2:5] = "abc"
numbers[::3] = [None] * 4
numbers[1:1] = [-1, -2]
del numbers[-1], numbers[0:2]
print(numbers)
numbers[5:] = []
numbers[:0] = (n * n for n in range(3))
numbers[1:2] = numbers
print(numbers)
for call in (lambda: [].pop(), lambda: [1].pop(5), lambda: [1].remove(2), lambda: [1].index(2), lambda: [1].index(1, 1),
             lambda: [1].insert("a", 1), lambda: [1].extend(5), lambda: [1] + (2,), lambda: [1] * 1.5, lambda: [1][1],
             lambda: [1]["a"], lambda: [1].__setitem__(3, 1), lambda: [1, 2, 3].__setitem__(slice(0, 3, 2), [1]),
             lambda: [1].__setitem__(slice(0, 1), 5), lambda: [1].__delitem__(4), lambda: [1].append(), lambda: list(1, 2),
             lambda: list(5), lambda: [3, "a"].sort(), lambda: [1].sort(None), lambda: [] < 5, lambda: hash([])):
    try:
        print(call())
    except (IndexError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
nested = [1]
nested.append(nested)
print(nested, nested == nested, [1, [2]] < [1, [3]], [1, 2] > [1], [] == [], [1] * 0, [1, 2] >= [1, 2])
