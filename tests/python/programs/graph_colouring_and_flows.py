"""Maximum flow by augmenting paths, bipartite matching, graph colouring, Euler paths and articulation
points."""
from collections import defaultdict, deque


def max_flow(capacity, source, sink):
    flow, residual = 0, defaultdict(lambda: defaultdict(int))
    for u, edges in capacity.items():
        for v, c in edges.items():
            residual[u][v] += c
    while True:
        before, queue = {source: None}, deque([source])
        while queue and sink not in before:
            u = queue.popleft()
            for v in sorted(residual[u]):
                if v not in before and residual[u][v]:
                    before[v] = u
                    queue.append(v)
        if sink not in before:
            return flow
        path, v = [], sink
        while before[v] is not None:
            path.append((before[v], v))
            v = before[v]
        width = min(residual[u][v] for u, v in path)
        for u, v in path:
            residual[u][v] -= width
            residual[v][u] += width
        flow += width


print(max_flow({"s": {"a": 10, "b": 5}, "a": {"b": 15, "t": 5}, "b": {"t": 10}}, "s", "t"))


def matching(wishes):
    taken = {}

    def find(who, seen):
        for thing in wishes[who]:
            if thing not in seen:
                seen.add(thing)
                if thing not in taken or find(taken[thing], seen):
                    taken[thing] = who
                    return True
        return False

    return sum(find(who, set()) for who in wishes), dict(sorted(taken.items()))


print(matching({"ann": ["tea", "cake"], "bob": ["tea"], "cid": ["cake", "pie"], "dee": ["pie"]}))


def colour(graph, colours):
    chosen = {}

    def go(nodes):
        if not nodes:
            return True
        node, *rest = nodes
        for c in colours:
            if all(chosen.get(n) != c for n in graph[node]):
                chosen[node] = c
                if go(rest):
                    return True
                del chosen[node]
        return False

    return chosen if go(sorted(graph, key=lambda n: (-len(graph[n]), n))) else None


wheel = {i: {(i + 1) % 5, (i - 1) % 5, 5} for i in range(5)} | {5: set(range(5))}
print(colour(wheel, "rgb"), colour(wheel, "rgby"))


def euler(edges):
    graph = defaultdict(list)
    for number, (u, v) in enumerate(edges):
        graph[u].append((v, number))
        graph[v].append((u, number))
    odd = sorted(n for n in graph if len(graph[n]) % 2)
    if len(odd) not in (0, 2):
        return f"odd nodes {odd}"
    used, path, stack = set(), [], [odd[0] if odd else min(graph)]
    while stack:
        while graph[stack[-1]] and graph[stack[-1]][-1][1] in used:
            graph[stack[-1]].pop()
        if graph[stack[-1]]:
            v, number = graph[stack[-1]].pop()
            used.add(number)
            stack.append(v)
        else:
            path.append(stack.pop())
    return path


print(euler([(1, 2), (2, 3), (3, 1), (3, 4), (4, 5), (5, 3)]), euler([(1, 2), (2, 3)]),
      euler([(0, 1), (0, 2), (0, 3)]))
