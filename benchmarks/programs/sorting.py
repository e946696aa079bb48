"""Sorting: the built-in sort with and without keys, and sorts written in Python."""


class Card:
    def __init__(self, suit, rank):
        self.suit = suit
        self.rank = rank

    def __lt__(self, other):
        return (self.suit, self.rank) < (other.suit, other.rank)


def numbers(count, seed=99):
    for _ in range(count):
        seed = (seed * 69069 + 1) & 0xFFFFFFFF
        yield seed >> 8


def quicksort(items):
    if len(items) <= 1:
        return items
    pivot = items[len(items) // 2]
    return (
        quicksort([x for x in items if x < pivot])
        + [x for x in items if x == pivot]
        + quicksort([x for x in items if x > pivot])
    )


def heapsort(items):
    def sift(start, end):
        root = start
        while 2 * root + 1 < end:
            child = 2 * root + 1
            if child + 1 < end and items[child] < items[child + 1]:
                child += 1
            if items[root] >= items[child]:
                return
            items[root], items[child] = items[child], items[root]
            root = child

    for start in range(len(items) // 2 - 1, -1, -1):
        sift(start, len(items))
    for end in range(len(items) - 1, 0, -1):
        items[0], items[end] = items[end], items[0]
        sift(0, end)
    return items


def main():
    data = list(numbers(150_000))
    ordered = sorted(data)
    assert heapsort(data[:25_000]) == sorted(data[:25_000])
    assert quicksort(data[:60_000]) == sorted(data[:60_000])
    words = sorted((str(n) for n in data), key=lambda text: text[::-1])
    pairs = sorted(((n % 1000, -n) for n in data), reverse=True)
    cards = sorted(Card(n % 4, n % 13) for n in data[:20_000])
    return ordered[75_000], words[0], pairs[0], cards[-1].suit, cards[-1].rank


print(*main())
