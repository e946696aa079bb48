"""Comprehensions of lists, sets and dictionaries; nested; any, all, zip, enumerate, map."""


def triples(limit):
    return [
        (a, b, c)
        for a in range(1, limit)
        for b in range(a, limit)
        for c in (int((a * a + b * b) ** 0.5),)
        if c < limit and a * a + b * b == c * c
    ]


def main(rounds):
    total = 0
    for i in range(rounds):
        numbers = [x * x for x in range(60)]
        odd = {x for x in numbers if x & 1}
        index = {x: position for position, x in enumerate(numbers)}
        pairs = [(a, b) for a, b in zip(numbers, reversed(numbers)) if a < b]
        total += len(odd) + index[25] + len(pairs)
        total += sum(map(len, [[y for y in range(x)] for x in range(8)]))
        if all(x >= 0 for x in numbers) and any(x > 3000 for x in numbers):
            total += max(numbers) % (i + 7)
    return total, len(triples(220))


print(*main(30_000))
