"""Elementary automata, Langton's ant, a maze carved with a seeded generator and solved, flood fill, spirals."""
import random
from collections import deque


def elementary(rule, width=31, steps=8):
    row = [0] * width
    row[width // 2] = 1
    for _ in range(steps):
        yield "".join(".#"[c] for c in row)
        row = [rule >> (row[i - 1] << 2 | row[i] << 1 | row[(i + 1) % width]) & 1 for i in range(width)]


for rule in (30, 90, 110):
    print(*elementary(rule), sep="\n")


def ant(steps):
    black, at, heading = set(), 0j, 1j
    for _ in range(steps):
        heading *= 1j if at in black else -1j
        black ^= {at}
        at += heading
    return len(black), at


print(ant(0), ant(100), ant(3000))


class Maze:
    def __init__(self, width, height, seed):
        self.width, self.height, self.open = width, height, set()
        rng, stack, seen = random.Random(seed), [(0, 0)], {(0, 0)}
        while stack:
            x, y = stack[-1]
            free = [(x + dx, y + dy) for dx, dy in ((0, 1), (1, 0), (0, -1), (-1, 0))
                    if 0 <= x + dx < width and 0 <= y + dy < height and (x + dx, y + dy) not in seen]
            if free:
                step = rng.choice(free)
                seen.add(step)
                self.open |= {((x, y), step), (step, (x, y))}
                stack.append(step)
            else:
                stack.pop()

    def solve(self):
        queue, before = deque([(0, 0)]), {(0, 0): None}
        goal = self.width - 1, self.height - 1
        while queue:
            at = queue.popleft()
            for step in [b for a, b in sorted(self.open) if a == at and b not in before]:
                before[step] = at
                queue.append(step)
        path = [goal]
        while path[-1]:
            path.append(before[path[-1]])
        return path[-2::-1]

    def __str__(self):
        path, lines = set(self.solve()), ["+" + "--+" * self.width]
        for y in range(self.height):
            middle, bottom = "|", "+"
            for x in range(self.width):
                middle += "()" if (x, y) in path else "  "
                middle += " " if ((x, y), (x + 1, y)) in self.open else "|"
                bottom += ("  " if ((x, y), (x, y + 1)) in self.open else "--") + "+"
            lines += [middle, bottom]
        return "\n".join(lines)


maze = Maze(9, 5, seed=11)
print(maze, len(maze.solve()), len(maze.open))


def spiral(n):
    grid, x, y, dx, dy = [[None] * n for _ in range(n)], 0, 0, 1, 0
    for k in range(n * n):
        grid[y][x] = k
        if not (0 <= x + dx < n and 0 <= y + dy < n and grid[y + dy][x + dx] is None):
            dx, dy = -dy, dx
        x, y = x + dx, y + dy
    return grid


for row in spiral(5):
    print(*(f"{v:3}" for v in row))


def fill(picture, x, y, new):
    rows = [list(line) for line in picture.split()]
    old, todo = rows[y][x], [(x, y)]
    while todo:
        x, y = todo.pop()
        if 0 <= y < len(rows) and 0 <= x < len(rows[y]) and rows[y][x] == old != new:
            rows[y][x] = new
            todo += [(x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)]
    return "\n".join(map("".join, rows))


print(fill("..#.. .#.#. #...# .#.#. ..#..", 2, 2, "o"), fill("ab", 0, 0, "a"), sep="\n")
