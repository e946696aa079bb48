"""Shortest paths, minimum spanning tree with union-find, topological order and strongly connected
components."""
import heapq
from collections import defaultdict, deque

EDGES = [("a", "b", 4), ("a", "c", 2), ("c", "b", 1), ("b", "d", 5), ("c", "d", 8), ("c", "e", 10),
         ("d", "e", 2), ("e", "f", 3), ("g", "h", 1)]
graph = defaultdict(dict)
for u, v, w in EDGES:
    graph[u][v] = graph[v][u] = w


def dijkstra(start):
    distance, before, queue = {start: 0}, {}, [(0, start)]
    while queue:
        d, u = heapq.heappop(queue)
        if d > distance[u]:
            continue
        for v, w in sorted(graph[u].items()):
            if d + w < distance.get(v, float("inf")):
                distance[v], before[v] = d + w, u
                heapq.heappush(queue, (d + w, v))
    return distance, before


distance, before = dijkstra("a")
print(distance)


def path(target):
    out = [target]
    while out[-1] in before:
        out.append(before[out[-1]])
    return " -> ".join(reversed(out))


for target in "bdf":
    print(path(target))


class UnionFind(dict):
    def __missing__(self, key):
        self[key] = key
        return key

    def find(self, x):
        while self[x] != x:
            self[x] = x = self[self[x]]
        return x

    def union(self, a, b):
        a, b = self.find(a), self.find(b)
        self[a] = b
        return a != b


sets = UnionFind()
tree = [(u, v, w) for u, v, w in sorted(EDGES, key=lambda e: e[2]) if sets.union(u, v)]
print(tree, sum(w for *_, w in tree), len({sets.find(x) for x in graph}))


def topological(dependencies):
    degree = {k: len(v) for k, v in dependencies.items()}
    ready, order = deque(sorted(k for k, n in degree.items() if not n)), []
    while ready:
        done = ready.popleft()
        order.append(done)
        for k in sorted(dependencies):
            if done in dependencies[k]:
                degree[k] -= 1
                if not degree[k]:
                    ready.append(k)
    if len(order) < len(dependencies):
        raise ValueError(f"cycle among {sorted(set(dependencies) - set(order))}")
    return order


print(topological({"shirt": set(), "tie": {"shirt"}, "jacket": {"tie", "belt"}, "trousers": set(),
                   "belt": {"trousers"}}))
try:
    topological({1: {2}, 2: {3}, 3: {1}, 4: set()})
except ValueError as error:
    print(error)


def components(graph):
    index, low, stack, out = {}, {}, [], []
    def visit(v):
        index[v] = low[v] = len(index)
        stack.append(v)
        for w in graph.get(v, ()):
            if w not in index:
                visit(w)
                low[v] = min(low[v], low[w])
            elif w in stack:
                low[v] = min(low[v], index[w])
        if low[v] == index[v]:
            out.append([])
            while True:
                out[-1].append(stack.pop())
                if out[-1][-1] == v:
                    break
    for v in graph:
        v in index or visit(v)
    return out


print(components({1: [2], 2: [3], 3: [1, 4], 4: [5], 5: [4, 6], 6: []}))
