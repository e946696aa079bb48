"""Solves sudokus by propagation and search over sets of candidates: dicts, sets, recursion and backtracking."""

PUZZLES = [
    "4.....8.5.3..........7......2.....6.....8.4......1.......6.3.7.5..2.....1.4......",
    "52...6.........7.13...........4..8..6......5...........418.........3..2...87.....",
    "6.....8.3.4.7.................5.4.7.3..2.....1.6.......2.....5.....8.6......1....",
    "48.3............71.2.......7.5....6....2..8.............1.76...3.....4......5....",
]
ROWS = "ABCDEFGHI"
COLUMNS = "123456789"
SQUARES = [row + column for row in ROWS for column in COLUMNS]
UNITS = (
    [[row + column for row in ROWS] for column in COLUMNS]
    + [[row + column for column in COLUMNS] for row in ROWS]
    + [[row + column for row in rows for column in columns]
       for rows in ("ABC", "DEF", "GHI") for columns in ("123", "456", "789")]
)
UNITS_OF = {square: [unit for unit in UNITS if square in unit] for square in SQUARES}
PEERS = {square: set(sum(UNITS_OF[square], [])) - {square} for square in SQUARES}


class Contradiction(Exception):
    pass


def assign(candidates, square, digit):
    for other in candidates[square] - {digit}:
        eliminate(candidates, square, other)


def eliminate(candidates, square, digit):
    if digit not in candidates[square]:
        return
    candidates[square] = candidates[square] - {digit}
    rest = candidates[square]
    if not rest:
        raise Contradiction(square)
    if len(rest) == 1:
        (only,) = rest
        for peer in PEERS[square]:
            eliminate(candidates, peer, only)
    for unit in UNITS_OF[square]:
        places = [place for place in unit if digit in candidates[place]]
        if not places:
            raise Contradiction(digit)
        if len(places) == 1:
            assign(candidates, places[0], digit)


def search(candidates, counter):
    counter["nodes"] += 1
    open_squares = [(len(candidates[square]), square) for square in SQUARES if len(candidates[square]) > 1]
    if not open_squares:
        return candidates
    _, square = min(open_squares)
    for digit in sorted(candidates[square]):
        branch = dict(candidates)
        try:
            assign(branch, square, digit)
        except Contradiction:
            counter["dead ends"] += 1
            continue
        solved = search(branch, counter)
        if solved:
            return solved
    return None


def solve(puzzle, counter):
    candidates = {square: frozenset(COLUMNS) for square in SQUARES}
    for square, digit in zip(SQUARES, puzzle):
        if digit != ".":
            assign(candidates, square, digit)
    solved = search(candidates, counter)
    return "".join("".join(solved[square]) for square in SQUARES)


for puzzle in PUZZLES:
    for _ in range(6):
        counter = {"nodes": 0, "dead ends": 0}
        solution = solve(puzzle, counter)
    print(solution, counter)
