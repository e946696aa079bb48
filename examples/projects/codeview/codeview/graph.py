"""The blocks of a listing and the ways between them, in the language of Graphviz."""
STYLES = {"next": "", "jump": " [color=blue]", "error": " [color=red, style=dashed]"}


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def graph_lines(listing):
    yield f"digraph {quoted(listing.name)} {{"
    yield '    node [shape=box, fontname="monospace"];'
    for block in listing.blocks:
        # \l ends a line that is flush left; quoted() would double its backslash.
        text = "\\l".join(quoted(f"{row.offset} {row.name} {row.argument}".rstrip())[1:-1]
                          for row in block.rows)
        yield f'    b{block.number} [label="{text}\\l"];'
    for block in listing.blocks:
        for number, kind in block.successors:
            yield f"    b{block.number} -> b{number}{STYLES[kind]};"
    yield "}"
