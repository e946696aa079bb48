"""sort and sorted: stability, keys, reverse, cmp_to_key, mutation while sorting, errors in comparisons."""
from functools import cmp_to_key

words = "the Quick brown fox Jumps over the lazy dog".split()
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len), sorted(words, key=len, reverse=True))
pairs = [(n % 3, n) for n in range(12)]
print(sorted(pairs, key=lambda p: p[0]), sorted(pairs, key=lambda p: p[0], reverse=True))
print(sorted([3, 1, 2], key=lambda n: -n), sorted("hello"), sorted({3: "c", 1: "a"}), sorted([2.5, 1, True, 0]))
print(sorted(["10", "9", "2"], key=int), sorted([[2], [1, 5], []]), sorted([(1, "b"), (1, "a"), (0, "z")]))
print(sorted([5, 3, 9], key=cmp_to_key(lambda a, b: b - a)), sorted([], key=None), sorted(range(5), reverse=1))
big = [(n * 7919) % 1009 for n in range(3000)]
print(sorted(big)[:5], sorted(big, reverse=True)[:5], sorted(big) == sorted(sorted(big, reverse=True)))


class Lt:
    calls = 0

    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        Lt.calls += 1
        if self.n == 13 or other.n == 13:
            raise RuntimeError("unlucky")
        return self.n < other.n


print([x.n for x in sorted(map(Lt, [4, 2, 8]))], Lt.calls)
items = list(map(Lt, [5, 13, 1]))
try:
    items.sort()
except RuntimeError as error:
    print(error, sorted(x.n for x in items))
victim = [3, 2, 1]
try:
    victim.sort(key=lambda n: victim.append(n) or n)
except ValueError as error:
    print(error, victim)
seen = []
lengths = [3, 1, 2]
lengths.sort(key=lambda n: seen.append(len(lengths)) or n)
print(seen, lengths)
for call in (lambda: sorted([1, "a"]), lambda: sorted([None, None]), lambda: sorted(5), lambda: sorted([1], 2),
             lambda: sorted([1], key=5), lambda: sorted([1j, 2j]), lambda: sorted([1], reverse="x"), lambda: sorted()):
    try:
        print(call())
    except TypeError as error:
        print(error)
