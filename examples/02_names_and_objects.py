"""A name is a label on an object. Assignment moves labels; it never copies objects."""

a = b = [1]                # one list with two names
b.append(2)
print("a sees it:", a, a is b)

b = b + [3]                # `+` makes a new list: now b labels another object
print("apart:", a, b, a is b)

c = a
c += [9]                   # `+=` asks the list to change itself: still the same object
print("in place:", a, c, a is c)

t = u = (1,)
u += (2,)                  # a tuple cannot change itself, so `+=` has to make a new one
print("tuple:", t, u, t is u)


def rebind(items):
    items = [0]            # moves the local label only
    return items


def mutate(items):
    items.append(0)        # changes the object that the caller labels too


numbers = [1, 2]
rebind(numbers)
print("after rebind:", numbers)
mutate(numbers)
print("after mutate:", numbers)

# `*` repeats labels, not objects: three names for one inner list.
grid = [[0] * 2] * 3
grid[0][0] = 7
print("shared rows:", grid, len({id(row) for row in grid}), "row object")
grid = [[0] * 2 for _ in range(3)]
grid[0][0] = 7
print("own rows:   ", grid, len({id(row) for row in grid}), "row objects")

# The right side is evaluated before any label moves, so a swap needs no third name.
x, y = 1, 2
x, y = y, x
print("swapped:", x, y)

# The targets are then bound from left to right, which can be seen:
i, row = 0, [10, 20, 30]
i, row[i] = 2, "set"
print("left to right:", i, row)

del x                      # removes the label; the object goes when nothing labels it
try:
    x
except NameError as error:
    print("after del:", error)
