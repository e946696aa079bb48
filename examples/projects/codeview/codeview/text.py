"""Source and instructions for the terminal."""
import collections

from codeview.meaning import meaning

FLAGS = {4: "*args", 8: "**kwargs", 32: "generator", 128: "coroutine", 512: "async generator"}


def head_lines(listing):
    code = listing.code
    yield f"{listing.name} ({code.co_filename}, line {code.co_firstlineno})"
    facts = [f"{code.co_argcount + code.co_kwonlyargcount} arguments"]
    facts += [text for flag, text in FLAGS.items() if code.co_flags & flag]
    for title, names in (("locals", code.co_varnames), ("cells", code.co_cellvars), ("free", code.co_freevars)):
        if names:
            facts.append(f"{title} {', '.join(names)}")
    yield f"    {'; '.join(facts)}; stack {listing.deepest} of {code.co_stacksize}"


def listing_lines(listing, source, explain=False):
    """The instructions below the lines they come from, with a picture of the stack: one | for each value."""
    yield from head_lines(listing)
    targets = {row.target for row in listing.rows} | {entry.target for entry in listing.handlers}
    line = None
    for row in listing.rows:
        if row.line != line and source.line(row.line):
            line = row.line
            yield f"{line:5}  {source.line(line).rstrip()}"
        mark = ">>" if row.offset in targets else "  "
        stack = "never reached" if row.depth is None else f"{row.depth}{row.effect:+d} {'|' * row.after}"
        text = f"      {mark} {row.offset:4} {row.name:28} {row.argument:22} {stack}"
        words = meaning(row.name, row.argument) if explain else ""
        yield f"{text:78} {words}".rstrip()
    if listing.handlers:
        yield "    exceptions"
    for entry in listing.handlers:
        place = ", with the place" if entry.lasti else ""
        yield f"      {entry.start} to {entry.end - 2}: go to {entry.target} with a stack of {entry.depth}{place}"


def block_lines(listing):
    yield from head_lines(listing)
    for block in listing.blocks:
        ways = ", ".join(f"{kind} {number}" for number, kind in block.successors) or "end"
        yield f"  block {block.number} at {block.offset}: {len(block.rows)} instructions, then {ways}"
        yield "      " + " ".join(row.name for row in block.rows)


def statistics_lines(listings):
    counts = collections.Counter(row.name for listing in listings for row in listing.rows)
    total = sum(counts.values())
    yield f"{total} instructions in {len(listings)} code objects, {sum(len(one.blocks) for one in listings)} blocks"
    for name, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        yield f"{count:6} {100 * count / total:5.1f} %  {name}"


def difference_lines(left, right):
    """Two listings beside each other, aligned by their instructions."""
    import difflib
    texts = [[f"{row.name} {row.argument}".strip() for row in listing.rows] for listing in (left, right)]
    width = max(map(len, [*texts[0], left.name]))
    yield f"  {left.name:{width}}   {right.name}"
    for kind, a, b, c, d in difflib.SequenceMatcher(None, *texts, autojunk=False).get_opcodes():
        mark = {"equal": " ", "replace": "*", "delete": "-", "insert": "+"}[kind]
        for index in range(max(b - a, d - c)):
            one = texts[0][a + index] if a + index < b else ""
            other = texts[1][c + index] if c + index < d else ""
            yield f"{mark} {one:{width}}   {other}".rstrip()
