"""Plays four in a row by alpha-beta search with a table of positions: lists, integers, dicts and recursion."""

WIDTH = 7
HEIGHT = 6


def winning_lines():
    lines = []
    for x in range(WIDTH):
        for y in range(HEIGHT):
            for dx, dy in ((1, 0), (0, 1), (1, 1), (1, -1)):
                cells = [(x + i * dx, y + i * dy) for i in range(4)]
                if all(0 <= cx < WIDTH and 0 <= cy < HEIGHT for cx, cy in cells):
                    lines.append(tuple(cx * HEIGHT + cy for cx, cy in cells))
    return lines


class Board:
    def __init__(self):
        self.cells = [0] * (WIDTH * HEIGHT)
        self.heights = [0] * WIDTH
        self.moves = 0
        self.lines = [[] for _ in self.cells]
        for line in winning_lines():
            for cell in line:
                self.lines[cell].append(line)

    def play(self, column, side):
        cell = column * HEIGHT + self.heights[column]
        self.cells[cell] = side
        self.heights[column] += 1
        self.moves += 1
        return cell

    def undo(self, column):
        self.heights[column] -= 1
        self.cells[column * HEIGHT + self.heights[column]] = 0
        self.moves -= 1

    def wins(self, cell, side):
        cells = self.cells
        for a, b, c, d in self.lines[cell]:
            if cells[a] == side and cells[b] == side and cells[c] == side and cells[d] == side:
                return True
        return False

    def key(self):
        return tuple(self.cells)


class Player:
    def __init__(self, board):
        self.board = board
        self.table = {}
        self.nodes = 0
        self.order = sorted(range(WIDTH), key=lambda column: abs(column - WIDTH // 2))

    def value(self, side, alpha, beta, depth):
        board = self.board
        self.nodes += 1
        if depth == 0 or board.moves == WIDTH * HEIGHT:
            return 0
        key = (board.key(), side, depth)
        known = self.table.get(key)
        if known is not None:
            return known
        best = -1000
        for column in self.order:
            if board.heights[column] == HEIGHT:
                continue
            cell = board.play(column, side)
            if board.wins(cell, side):
                score = 100 - board.moves
            else:
                score = -self.value(-side, -beta, -alpha, depth - 1)
            board.undo(column)
            if score > best:
                best = score
                alpha = max(alpha, score)
                if alpha >= beta:
                    return best
        self.table[key] = best
        return best

    def move(self, side, depth):
        scores = {}
        for column in self.order:
            if self.board.heights[column] < HEIGHT:
                cell = self.board.play(column, side)
                scores[column] = 100 if self.board.wins(cell, side) else -self.value(-side, -1000, 1000, depth - 1)
                self.board.undo(column)
        return max(self.order, key=lambda column: scores.get(column, -1001)), scores


board = Board()
player = Player(board)
side = 1
for turn in range(10):
    player.table.clear()
    column, scores = player.move(side, 8)
    cell = board.play(column, side)
    print(turn, column, sorted(scores.items()), player.nodes)
    if board.wins(cell, side):
        break
    side = -side
