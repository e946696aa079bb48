"""Compares `minipy --symtable --flat` with what CPython 3.11 puts into its symbol tables.

usage: python3.11 symtable_parity.py MINIPY [DIR]

Every block of every file must agree: kind, name, line, nesting, parameters in order, and for each name its
flags and scope. Names come in order of first occurrence; those that a block only hands on to a block inside
have no order in CPython (it iterates over a set of strings), so they are compared without.
"""

import _symtable
import pathlib
import subprocess
import sys
import tokenize
import warnings

KINDS = {_symtable.TYPE_FUNCTION: "function", _symtable.TYPE_CLASS: "class", _symtable.TYPE_MODULE: "module"}
FLAGS = (1 << _symtable.SCOPE_OFF) - 1


def expected(table, depth=0):
    """The blocks of CPython's table as (head, ordered names, handed-on names)."""
    names = [(name, value & FLAGS, value >> _symtable.SCOPE_OFF) for name, value in table.symbols.items()]
    head = f"block {depth} {KINDS[table.type]} {table.name} {table.lineno} {table.nested} {','.join(table.varnames)}"
    yield head, [n for n in names if n[1]], sorted(n for n in names if not n[1])
    for child in table.children:
        yield from expected(child, depth + 1)


def printed(text):
    """The same from the lines that minipy prints."""
    blocks = []
    for line in text.splitlines():
        if line.startswith("block "):
            blocks.append((line, [], []))
        else:
            name, flags, scope = line.split()
            blocks[-1][1 if flags != "0" else 2].append((name, int(flags), int(scope)))
    return [(head, names, sorted(handed_on)) for head, names, handed_on in blocks]


def compare(minipy, path):
    """None if both agree (or both reject the file), else a line that says how they differ; blocks compared."""
    run = subprocess.run([minipy, "--symtable", "--flat", path], capture_output=True, encoding="utf-8", timeout=60)
    try:
        with tokenize.open(path) as file:
            table = list(expected(_symtable.symtable(file.read(), str(path), "exec")))
    except (SyntaxError, UnicodeDecodeError):
        return (None if run.returncode == 1 else "accepted by minipy alone"), 0
    if run.returncode != 0:
        return f"minipy: {run.stderr.strip()[-200:]}", len(table)
    ours = printed(run.stdout)
    for theirs, mine in zip(table, ours):
        if theirs != mine:
            return f"CPython {theirs}\n    minipy  {mine}", len(table)
    return (None if len(table) == len(ours) else "a different number of blocks"), len(table)


def main():
    minipy = sys.argv[1]
    root = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else "/usr/lib/python3.11")
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(10000)
    files = sorted(path for path in root.rglob("*.py") if path.is_file())
    blocks = failures = 0
    for path in files:
        difference, count = compare(minipy, path)
        blocks += count
        if difference:
            failures += 1
            if failures <= 20:
                print(f"{path}: {difference}")
    print(f"symtable parity: {len(files) - failures} of {len(files)} files agree, {blocks} blocks")
    return 1 if failures or not files else 0


if __name__ == "__main__":
    sys.exit(main())
