"""Towers of Hanoi without recursion in the check, Gray codes, Pascal's triangle, the Collatz lengths."""


def hanoi(n, a="A", b="B", c="C"):
    if n:
        yield from hanoi(n - 1, a, c, b)
        yield a, c
        yield from hanoi(n - 1, b, a, c)


pegs = {"A": [4, 3, 2, 1], "B": [], "C": []}
for source, target in hanoi(4):
    assert not pegs[target] or pegs[target][-1] > pegs[source][-1]
    pegs[target].append(pegs[source].pop())
print(pegs, sum(1 for _ in hanoi(10)))
gray = [n ^ n >> 1 for n in range(16)]
print([f"{g:04b}" for g in gray], all((a ^ b).bit_count() == 1 for a, b in zip(gray, gray[1:])))
row = [1]
while len(row) < 9:
    print(" ".join(map(str, row)).center(40).rstrip())
    row = [a + b for a, b in zip([0, *row], [*row, 0])]
lengths = {1: 1}
def collatz(n):
    if n not in lengths:
        lengths[n] = 1 + collatz(3 * n + 1 if n % 2 else n // 2)
    return lengths[n]
print(max(range(1, 2000), key=collatz), max(map(collatz, range(1, 2000))))
