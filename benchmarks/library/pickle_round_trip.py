"""Pickles and unpickles records, nested containers, shared and cyclic objects, with protocols 2 to 5."""

import pickle


class Node:
    def __init__(self, name, children=()):
        self.name = name
        self.children = list(children)
        self.parent = None
        for child in self.children:
            child.parent = self


def tree(depth, name="root"):
    return Node(name, [tree(depth - 1, f"{name}.{n}") for n in range(4)] if depth else [])


records = [{"id": n, "name": f"name{n % 100}", "values": [n * 0.5, n, -n, (n, str(n))], "set": {n % 3, n % 5},
            "big": n ** 9, "raw": b"bytes" * (n % 4)} for n in range(2500)]
sizes = []
for protocol in (2, 4, 5):
    for _ in range(8):
        data = pickle.dumps(records, protocol)
        assert pickle.loads(data) == records
    sizes.append(len(data) // 10_000)  # to the byte it depends on which equal strings are one object
root = tree(6)
for _ in range(6):
    data = pickle.dumps(root)
    copy = pickle.loads(data)
print(sizes, len(data), copy.children[3].parent is copy, copy.children[1].children[2].name)
