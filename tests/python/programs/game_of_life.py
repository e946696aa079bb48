"""Conway's game of life on an unbounded board of live cells."""
from collections import Counter


def step(cells):
    near = Counter((x + dx, y + dy) for x, y in cells for dx in (-1, 0, 1) for dy in (-1, 0, 1) if dx or dy)
    return {cell for cell, count in near.items() if count == 3 or count == 2 and cell in cells}


def parse(picture):
    return {(x, y) for y, line in enumerate(picture.splitlines()) for x, mark in enumerate(line) if mark == "#"}


def show(cells, width=8, height=6):
    return "\n".join("".join(".#"[(x, y) in cells] for x in range(width)) for y in range(height))


glider = parse(".#\n..#\n###")
for generation in range(5):
    print(f"generation {generation}: {len(glider)} cells\n{show(glider)}")
    glider = step(glider)
blinker = parse("###")
assert step(step(blinker)) == blinker
block = parse("##\n##")
assert step(block) == block
pentomino = parse(".##\n##\n.#")
sizes = []
for _ in range(60):
    sizes.append(len(pentomino))
    pentomino = step(pentomino)
print(sizes)
