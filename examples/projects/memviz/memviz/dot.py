"""The graph in the language of Graphviz: `memviz graph EXPR | dot -Tsvg > graph.svg`."""
from memviz.measure import measure

COLOURS = {"dict": "lightblue", "list": "palegreen", "tuple": "khaki", "set": "plum", "frozenset": "plum",
           "function": "lightsalmon", "cell": "lightpink"}


def quote(text):
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def dot_lines(graph, name="objects", numbered=False):
    cyclic = {number for group in graph.cycles() for number in group}
    yield f"digraph {quote(name)} {{"
    yield "    rankdir=LR;"
    yield '    node [shape=box, style="filled,rounded", fontname="monospace", fillcolor=white];'
    for number, thing in enumerate(graph.objects):
        figures = measure(thing)
        identity = f"#{number}" if numbered else hex(figures.identity)
        label = f"{figures.text}\n{figures.type_name} {identity}, {figures.size} bytes"
        attributes = [f"label={quote(label)}"]
        if figures.type_name in COLOURS:
            attributes.append(f"fillcolor={COLOURS[figures.type_name]}")
        if number in cyclic:
            attributes.append("color=red")
        yield f"    n{number} [{', '.join(attributes)}];"
    for edge in graph.edges:
        red = ", color=red" if {edge.source, edge.target} <= cyclic else ""
        yield f"    n{edge.source} -> n{edge.target} [label={quote(edge.label)}{red}];"
    yield "}"
