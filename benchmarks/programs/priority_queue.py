"""Shortest paths on a grid with a binary heap written in Python: list indexing, tuple comparison, tight loops."""


class Heap:
    def __init__(self):
        self.items = []

    def __len__(self):
        return len(self.items)

    def push(self, item):
        items = self.items
        items.append(item)
        child = len(items) - 1
        while child > 0:
            parent = (child - 1) >> 1
            if items[parent] <= item:
                break
            items[child] = items[parent]
            child = parent
        items[child] = item

    def pop(self):
        items = self.items
        last = items.pop()
        if not items:
            return last
        top = items[0]
        size = len(items)
        hole = 0
        while True:
            child = 2 * hole + 1
            if child >= size:
                break
            if child + 1 < size and items[child + 1] < items[child]:
                child += 1
            if last <= items[child]:
                break
            items[hole] = items[child]
            hole = child
        items[hole] = last
        return top


def make_costs(width, height):
    state = 99
    rows = []
    for _ in range(height):
        row = []
        for _ in range(width):
            state = (state * 1664525 + 1013904223) % 4294967296
            row.append(1 + (state >> 24) % 9)
        rows.append(row)
    return rows


def shortest(costs):
    height, width = len(costs), len(costs[0])
    distance = {(0, 0): costs[0][0]}
    came_from = {}
    heap = Heap()
    heap.push((costs[0][0], 0, 0))
    while heap:
        cost, y, x = heap.pop()
        if cost > distance[y, x]:
            continue
        for dy, dx in ((0, 1), (1, 0), (0, -1), (-1, 0)):
            ny, nx = y + dy, x + dx
            if 0 <= ny < height and 0 <= nx < width:
                total = cost + costs[ny][nx]
                if total < distance.get((ny, nx), 1 << 60):
                    distance[ny, nx] = total
                    came_from[ny, nx] = y, x
                    heap.push((total, ny, nx))
    path = [(height - 1, width - 1)]
    while path[-1] in came_from:
        path.append(came_from[path[-1]])
    return distance[height - 1, width - 1], len(path), sum(distance.values())


print(shortest(make_costs(250, 200)))
