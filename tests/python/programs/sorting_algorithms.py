"""Seven sorting algorithms, compared with sorted on seeded data; stability checked by pairs."""
import random


def insertion(a):
    for i in range(1, len(a)):
        x, j = a[i], i
        while j and x < a[j - 1]:
            a[j] = a[j - 1]
            j -= 1
        a[j] = x


def bubble(a):
    for end in range(len(a), 1, -1):
        swapped = False
        for i in range(1, end):
            if a[i] < a[i - 1]:
                a[i], a[i - 1], swapped = a[i - 1], a[i], True
        if not swapped:
            break


def merge(a):
    if len(a) > 1:
        left, right = a[:len(a) // 2], a[len(a) // 2:]
        merge(left), merge(right)
        a.clear()
        while left and right:
            a.append((right if right[0] < left[0] else left).pop(0))
        a += left + right


def quick(a, low=0, high=None):
    high = len(a) - 1 if high is None else high
    if low < high:
        pivot, i = a[(low + high) // 2], low - 1
        j = high + 1
        while True:
            i += 1
            while a[i] < pivot: i += 1
            j -= 1
            while pivot < a[j]: j -= 1
            if i >= j: break
            a[i], a[j] = a[j], a[i]
        quick(a, low, j), quick(a, j + 1, high)


def heap(a):
    def sink(i, n):
        while (child := 2 * i + 1) < n:
            child += child + 1 < n and a[child] < a[child + 1]
            if not a[i] < a[child]: return
            a[i], a[child] = a[child], a[i]
            i = child
    for i in reversed(range(len(a) // 2)): sink(i, len(a))
    for n in reversed(range(1, len(a))):
        a[0], a[n] = a[n], a[0]
        sink(0, n)


def shell(a):
    gap = len(a) // 2
    while gap:
        for i in range(gap, len(a)):
            x, j = a[i], i
            while j >= gap and x < a[j - gap]:
                a[j], j = a[j - gap], j - gap
            a[j] = x
        gap //= 2


def radix(a):
    shift = 0
    while any(x >> shift for x in a):
        a.sort(key=lambda x: x >> shift & 15)
        shift += 4


rng = random.Random(1)
for sort in (insertion, bubble, merge, quick, heap, shell, radix):
    results = []
    for data in ([], [1], [2, 1], list(range(20)), list(range(20))[::-1],
                 [rng.randrange(10) for _ in range(40)], [rng.randrange(10 ** 6) for _ in range(60)]):
        copy = data[:]
        sort(copy)
        results.append(copy == sorted(data))
    pairs = [(rng.randrange(3), i) for i in range(30)]
    class Key(tuple):
        def __lt__(self, other): return self[0] < other[0]
    keyed = [Key(p) for p in pairs]
    stable = sort is not radix and (sort(keyed) or [tuple(k) for k in keyed] == sorted(pairs,
        key=lambda p: p[0]))
    print(sort.__name__, all(results), stable)
