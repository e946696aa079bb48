"""Copies nested data: copy.copy and copy.deepcopy of lists, dicts, tuples, objects, cycles and memo hooks."""

import copy


class Node:
    def __init__(self, value):
        self.value = value
        self.links = []


class Counted:
    copies = 0

    def __init__(self, label):
        self.label = label

    def __deepcopy__(self, memo):
        Counted.copies += 1
        return Counted(self.label)


table = {f"row{n}": {"cells": [n, n * 0.5, str(n), (n, [n])], "flags": {n % 3, n % 4}} for n in range(900)}
nodes = [Node(n) for n in range(900)]
for number, node in enumerate(nodes):
    node.links += [nodes[number * 7 % 900], nodes[number * 11 % 900], Counted(number)]
for _ in range(16):
    again = copy.deepcopy(table)
    assert again == table and again["row5"]["cells"] is not table["row5"]["cells"]
    graph = copy.deepcopy(nodes)
    assert graph[3].links[0] is graph[21]
shallow = sum(copy.copy(row)["cells"] is row["cells"] for row in table.values() for _ in range(12))
print(len(again), Counted.copies, shallow, graph[10].value)
