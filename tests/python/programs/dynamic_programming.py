"""Edit distance, longest common subsequence, knapsack, coin change, matrix chains, longest increasing
subsequence, partitions."""
from bisect import bisect_left
from functools import lru_cache


def edit_distance(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        diagonal, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            diagonal, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, diagonal + (x != y))
    return row[-1]


def common(a, b):
    table = [[""] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            table[i + 1][j + 1] = table[i][j] + x if x == y else max(table[i][j + 1], table[i + 1][j], key=len)
    return table[-1][-1]


def knapsack(items, room):
    best = [(0, ())] * (room + 1)
    for name, weight, value in items:
        for r in range(room, weight - 1, -1):
            candidate = best[r - weight][0] + value, best[r - weight][1] + (name,)
            if candidate[0] > best[r][0]:
                best[r] = candidate
    return best[room]


@lru_cache(maxsize=None)
def change(amount, coins):
    if amount == 0:
        return 1
    if amount < 0 or not coins:
        return 0
    return change(amount - coins[0], coins) + change(amount, coins[1:])


def matrix_chain(sizes):
    @lru_cache(None)
    def cost(i, j):
        if i == j:
            return 0, f"M{i}"
        return min((cost(i, k)[0] + cost(k + 1, j)[0] + sizes[i] * sizes[k + 1] * sizes[j + 1],
                    f"({cost(i, k)[1]}{cost(k + 1, j)[1]})") for k in range(i, j))
    return cost(0, len(sizes) - 2)


def increasing(numbers):
    tails, links, positions = [], {}, []
    for i, n in enumerate(numbers):
        at = bisect_left(tails, n)
        tails[at:at + 1] = [n]
        positions[at:at + 1] = [i]
        links[i] = positions[at - 1] if at else None
    out, i = [], positions[-1]
    while i is not None:
        out.append(numbers[i])
        i = links[i]
    return out[::-1]


def partitions(n, largest=None):
    if n == 0:
        yield []
    for first in range(min(n, largest or n), 0, -1):
        for rest in partitions(n - first, first):
            yield [first] + rest


print([edit_distance(a, b) for a, b in (("kitten", "sitting"), ("", "abc"), ("same", "same"), ("flaw",
    "lawn"))])
print(common("AGGTAB", "GXTXAYB"), common("", "x") or "empty")
print(knapsack([("map", 9, 150), ("compass", 13, 35), ("water", 153, 200), ("sandwich", 50, 160), ("tin", 68,
    45)], 230))
print([change(n, (50, 20, 10, 5, 2, 1)) for n in (0, 1, 10, 57, 100)], change.cache_info().currsize > 100)
print(matrix_chain((40, 20, 30, 10, 30)))
print(increasing([10, 9, 2, 5, 3, 7, 101, 18, 4, 20]))
print(list(partitions(5)), sum(1 for _ in partitions(15)))
print([row for row in zip(*[[(i * j) % 7 for i in range(4)] for j in range(3)])])
