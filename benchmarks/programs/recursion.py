"""Recursion: Fibonacci, Ackermann, the towers of Hanoi, queens, permutations."""


def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


def hanoi(disks, source, target, spare):
    if disks == 0:
        return 0
    return hanoi(disks - 1, source, spare, target) + 1 + hanoi(disks - 1, spare, target, source)


def queens(size, row=0, columns=(), rising=(), falling=()):
    if row == size:
        return 1
    found = 0
    for column in range(size):
        if column not in columns and row + column not in rising and row - column not in falling:
            found += queens(
                size, row + 1, columns + (column,), rising + (row + column,), falling + (row - column,)
            )
    return found


def permutations(items):
    if len(items) < 2:
        return [items]
    return [[item] + rest for i, item in enumerate(items) for rest in permutations(items[:i] + items[i + 1 :])]


print(fibonacci(31), ackermann(2, 300), hanoi(20, "a", "b", "c"), queens(8), len(permutations(list(range(8)))))
