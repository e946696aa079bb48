"""Backtracking: a sudoku by constraint propagation, n queens, subset sums, word squares."""

GRID = "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79"
rows, columns = "ABCDEFGHI", "123456789"
squares = [r + c for r in rows for c in columns]
units = ([[r + c for c in columns] for r in rows] + [[r + c for r in rows] for c in columns]
         + [[r + c for r in rs for c in cs] for rs in ("ABC", "DEF", "GHI") for cs in ("123", "456", "789")])
unit_of = {s: [u for u in units if s in u] for s in squares}
peers = {s: set(sum(unit_of[s], [])) - {s} for s in squares}


def assign(values, square, digit):
    for other in values[square].replace(digit, ""):
        if not eliminate(values, square, other):
            return None
    return values


def eliminate(values, square, digit):
    if digit not in values[square]:
        return values
    values[square] = values[square].replace(digit, "")
    if not values[square]:
        return None
    if len(values[square]) == 1 and not all(eliminate(values, peer, values[square]) for peer in peers[square]):
        return None
    for unit in unit_of[square]:
        places = [s for s in unit if digit in values[s]]
        if not places or len(places) == 1 and not assign(values, places[0], digit):
            return None
    return values


def solve(grid):
    values = dict.fromkeys(squares, columns)
    for square, digit in zip(squares, grid):
        if digit in columns and not assign(values, square, digit):
            return None
    return search(values)


def search(values):
    if values is None or all(len(v) == 1 for v in values.values()):
        return values
    square = min((s for s in squares if len(values[s]) > 1), key=lambda s: (len(values[s]), s))
    return next((found for digit in values[square] if (found := search(assign(values.copy(), square, digit)))),
                None)


solution = solve(GRID)
for r in rows:
    print(" ".join(solution[r + c] for c in columns))
print(solve("11" + "." * 79))


def queens(n, row=0, taken=()):
    if row == n:
        yield taken
        return
    for column in range(n):
        if all(column != c and abs(column - c) != row - r for r, c in enumerate(taken)):
            yield from queens(n, row + 1, taken + (column,))


print([sum(1 for _ in queens(n)) for n in range(1, 7)], next(queens(8)))
for column in next(queens(6)):
    print("." * column + "Q" + "." * (5 - column))


def subsets(numbers, target):
    if target == 0:
        yield []
    elif numbers and target > 0:
        first, *rest = numbers
        for found in subsets(rest, target - first):
            yield [first] + found
        yield from subsets(rest, target)


print(list(subsets([3, 34, 4, 12, 5, 2], 9)))
words = "area ball dear lady lead yard wall able".split()


def word_squares(lines):
    if len(lines) == 4:
        yield lines
        return
    prefix = "".join(line[len(lines)] for line in lines)
    for word in words:
        if word.startswith(prefix):
            yield from word_squares(lines + [word])


print(list(word_squares(["wall"])), list(word_squares(["ball"])))
