"""Tables for the terminal: objects, sizes by type, cycles."""
import collections
import sys

from memviz.measure import deep_size, human, measure

# References to an object of a graph that are the program's own: the list of the graph, and the loop's variable.
OWN_REFERENCES = 2


def table(heads, rows):
    """Lines of a table; columns of numbers are flush right."""
    cells = [[str(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(heads, *cells)]
    right = [all(row[i].lstrip("-").replace(".", "").isdigit() or row[i] == "shared" for row in cells)
             for i in range(len(heads))]
    for row in (heads, ["-" * width for width in widths], *cells):
        yield "  ".join(cell.rjust(width) if flush else cell.ljust(width)
                        for cell, width, flush in zip(row, widths, right)).rstrip()


def identity_text(identity, number, numbered):
    return f"#{number}" if numbered else hex(identity)


def object_lines(graph, numbered):
    """One row for each object, in the order in which the walk met them."""
    rows = []
    for number in range(len(graph.objects)):
        thing = graph.objects[number]
        figures = measure(thing, OWN_REFERENCES)
        inside = len(graph.incoming(number))
        references = "shared" if figures.references is None else figures.references
        rows.append((identity_text(figures.identity, number, numbered), figures.type_name, figures.size, references,
                     inside, "  " * graph.depths[number] + figures.text))
    yield from table(("id", "type", "size", "refs", "inside", "value"), rows)
    yield ""
    yield f"{len(graph.objects)} objects, {human(deep_size(graph.objects))}"
    if graph.truncated:
        yield "not all of them: raise --depth or --limit"


def size_lines(graph):
    """Where the memory goes: one row for each type, the largest share first."""
    counts, sizes = collections.Counter(), collections.Counter()
    for thing in graph.objects:
        counts[type(thing).__qualname__] += 1
        sizes[type(thing).__qualname__] += sys.getsizeof(thing)
    total = sum(sizes.values())
    rows = [(name, counts[name], size, f"{100 * size / total:.1f}")
            for name, size in sorted(sizes.items(), key=lambda item: (-item[1], item[0]))]
    yield from table(("type", "count", "bytes", "percent"), [*rows, ("total", len(graph.objects), total, "100.0")])


def cycle_lines(graph):
    found = list(graph.cycles())
    for group in found:
        yield f"a cycle of {len(group)}:"
        members = set(group)
        for number in group:
            for edge in graph.outgoing(number):
                if edge.target in members:
                    name = type(graph.objects[number]).__qualname__
                    yield f"  #{number} {name} --{edge.label or 'refers to'}--> #{edge.target}"
    if not found:
        yield "no cycles"
