"""A regular-expression engine of its own: parser, Thompson construction, simulation, compared with the
module re."""
import itertools
import re


def parse(pattern):
    at = 0

    def alternatives():
        nonlocal at
        branches = [sequence()]
        while at < len(pattern) and pattern[at] == "|":
            at += 1
            branches.append(sequence())
        return branches[0] if len(branches) == 1 else ("or", branches)

    def sequence():
        nonlocal at
        items = []
        while at < len(pattern) and pattern[at] not in "|)":
            items.append(repeated())
        return ("seq", items)

    def repeated():
        nonlocal at
        node = atom()
        while at < len(pattern) and pattern[at] in "*+?":
            node = (pattern[at], node)
            at += 1
        return node

    def atom():
        nonlocal at
        char = pattern[at]
        at += 1
        if char == "(":
            node = alternatives()
            if at >= len(pattern):
                raise ValueError("missing )")
            at += 1
            return node
        if char in "*+?":
            raise ValueError(f"nothing to repeat at {at - 1}")
        return ("any",) if char == "." else ("char", char)

    tree = alternatives()
    if at < len(pattern):
        raise ValueError(f"unbalanced ) at {at}")
    return tree


def compile_(tree):
    counter, edges = itertools.count(), {}

    def state(*moves):
        number = next(counter)
        edges[number] = list(moves)
        return number

    def build(node, after):
        match node:
            case ("char", c):
                return state((c, after))
            case ("any",):
                return state((..., after))
            case ("seq", items):
                for item in reversed(items):
                    after = build(item, after)
                return after
            case ("or", branches):
                return state(*((None, build(branch, after)) for branch in branches))
            case ("?", inner):
                return state((None, build(inner, after)), (None, after))
            case ("*" | "+" as kind, inner):
                loop = state()
                start = build(inner, loop)
                edges[loop] = [(None, start), (None, after)]
                return loop if kind == "*" else start

    final = state()
    return build(tree, final), final, edges


def fullmatch(machine, text):
    start, final, edges = machine

    def closure(states):
        seen, todo = set(), list(states)
        while todo:
            s = todo.pop()
            if s not in seen:
                seen.add(s)
                todo += [t for c, t in edges[s] if c is None]
        return seen

    now = closure([start])
    for char in text:
        now = closure(t for s in now for c, t in edges[s] if c is not None and c in (char, ...))
    return final in now


PATTERNS = ["a", "ab*c", "(a|b)*abb", "a?b+", "(ab|a)(bc|c)?", ".*x.", "(a*)*b", "", "a||b", "((a|b)(c|d))+",
            "a.c"]
texts = ["".join(t) for n in range(5) for t in itertools.product("abc", repeat=n)] + ["abb", "aabb", "xx",
    "axc", "bd", "acbd"]
for pattern in PATTERNS:
    machine = compile_(parse(pattern))
    found = [text for text in texts if fullmatch(machine, text)]
    reference = [text for text in texts if re.fullmatch(pattern, text)]
    print(repr(pattern), len(machine[2]), len(found), found == reference, found[:6])
for bad in ("(", "a)", "*a", "(a|b", "a(*)"):
    try:
        parse(bad)
    except ValueError as error:
        print(bad, error)
