# objgraph: counting objects by type, growth, chains of references, graphs as text.
import gc
import io

import objgraph


class Leaf:
    pass


class Holder:
    def __init__(self, leaf):
        self.leaf = leaf


gc.disable()
gc.collect()
leaf = Leaf()
holder = Holder([leaf])
print(objgraph.count("Leaf"), objgraph.count("Holder"), len(objgraph.by_type("Holder")), objgraph.by_type("Leaf") == [leaf])
print(objgraph.typestats([leaf, leaf, holder, {}, [], ()]))
objgraph.growth(limit=None)
kept = [Leaf() for _ in range(5)]
print([row for row in objgraph.growth(limit=None) if row[0] == "Leaf"])
chain = objgraph.find_ref_chain(holder, lambda found: found is leaf)
print([type(link).__name__ for link in chain][0], chain[-1] is leaf)
print(objgraph.is_proper_module(gc), objgraph.at(id(leaf)) is leaf)
text = io.StringIO()
objgraph.show_refs([[leaf]], output=text, max_depth=2, shortnames=True)
graph = text.getvalue()
print(graph.splitlines()[0], "Leaf" in graph, graph.count("->") >= 1)
gc.enable()
