"""Perfect play at noughts and crosses by minimax with memory; counts of positions and outcomes."""
from functools import lru_cache

LINES = [(0, 1, 2), (3, 4, 5), (6, 7, 8), (0, 3, 6), (1, 4, 7), (2, 5, 8), (0, 4, 8), (2, 4, 6)]


def winner(board):
    for a, b, c in LINES:
        if board[a] != "." and board[a] == board[b] == board[c]:
            return board[a]
    return None


def moves(board, player):
    return [board[:i] + player + board[i + 1:] for i, cell in enumerate(board) if cell == "."]


@lru_cache(None)
def value(board, player):
    if won := winner(board):
        return 1 if won == "X" else -1
    if "." not in board:
        return 0
    other = "O" if player == "X" else "X"
    pick = max if player == "X" else min
    return pick(value(after, other) for after in moves(board, player))


board, player, game = "." * 9, "X", []
while not winner(board) and "." in board:
    other = "O" if player == "X" else "X"
    options = moves(board, player)
    board = (max if player == "X" else min)(options, key=lambda b: value(b, other))
    game.append(board)
    player = other
for row in range(3):
    print("   ".join(b[row * 3:row * 3 + 3] for b in game))
print(value("." * 9, "X"), value.cache_info().currsize, value("X...O....", "X"), value("XX.OO....", "O"),
      winner("XXXOO...."))
