"""Breadth first, depth first, Dijkstra, topological order, components, cycles."""
import heapq
from collections import deque

ROADS = {"A": {"B": 4, "C": 1}, "B": {"D": 1}, "C": {"B": 2, "D": 5}, "D": {"E": 3}, "E": {}, "F": {"A": 1}}


def breadth_first(graph, start):
    seen, queue = {start: 0}, deque([start])
    while queue:
        node = queue.popleft()
        for other in graph[node]:
            if other not in seen:
                seen[other] = seen[node] + 1
                queue.append(other)
    return seen


def depth_first(graph, node, seen=None):
    seen = [] if seen is None else seen
    if node not in seen:
        seen.append(node)
        for other in graph[node]:
            depth_first(graph, other, seen)
    return seen


def dijkstra(graph, start):
    best, heap = {}, [(0, start, None)]
    while heap:
        cost, node, before = heapq.heappop(heap)
        if node not in best:
            best[node] = (cost, before)
            for other, length in graph[node].items():
                heapq.heappush(heap, (cost + length, other, node))
    return best


def path(best, target):
    return path(best, best[target][1]) + target if target else ""


def topological(graph):
    state, order = {}, []

    def visit(node):
        if state.get(node) == "open":
            raise ValueError(f"cycle through {node}")
        if node not in state:
            state[node] = "open"
            for other in graph[node]:
                visit(other)
            state[node] = "done"
            order.append(node)

    for node in graph:
        visit(node)
    return order[::-1]


best = dijkstra(ROADS, "A")
print(breadth_first(ROADS, "A"), depth_first(ROADS, "A"), best, path(best, "E"), topological(ROADS))
ROADS["E"]["C"] = 1
try:
    topological(ROADS)
except ValueError as error:
    print(error)


class Forest:
    def __init__(self, items):
        self.parent = {item: item for item in items}

    def find(self, item):
        while self.parent[item] != item:
            self.parent[item] = item = self.parent[self.parent[item]]
        return item

    def join(self, a, b):
        self.parent[self.find(a)] = self.find(b)


forest = Forest(range(10))
for pair in ((1, 2), (3, 4), (2, 3), (7, 8)):
    forest.join(*pair)
groups = {}
for n in range(10):
    groups.setdefault(forest.find(n), []).append(n)
print(sorted(groups.values()))
