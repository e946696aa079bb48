"""Dictionaries: counting, grouping, look-ups by str, int and tuple, deletion, views."""


def main(rounds):
    names = ["key%d" % i for i in range(500)]
    counts = {}
    grid = {}
    for i in range(rounds):
        name = names[i * 7 % 500]
        counts[name] = counts.get(name, 0) + 1
        position = (i % 50, i % 37)
        if position in grid:
            grid[position] += i
        else:
            grid[position] = i
    groups = {}
    for name, count in counts.items():
        groups.setdefault(count % 7, []).append(name)
    numbers = {}
    for i in range(rounds // 2):
        numbers[i * 31 % 4096] = i
        if i % 5 == 0:
            numbers.pop(i * 17 % 4096, None)
    total = 0
    for _ in range(20):
        for key in numbers:
            total += numbers[key] & 255
        for value in grid.values():
            total += value & 15
    merged = {**counts, **{key: len(value) for key, value in groups.items()}}
    return total, len(numbers), len(merged), sum(grid.values()) % 9973


print(*main(1_500_000))
