"""Seeds for fuzz_front: pieces of real programs from the oracle's library.

usage: python3.11 make_seeds.py DIRECTORY

Takes the top-level statements of every fifth file of the library that are short enough, each as one seed. A
leading byte tells the target how to read it.
"""

import ast
import pathlib
import sys
import sysconfig
import tokenize

LONGEST = 1500
MOST = 4000


def statements(path):
    try:
        with tokenize.open(path) as file:
            text = file.read()
        tree = ast.parse(text)
    except (SyntaxError, UnicodeDecodeError, ValueError):
        # Rejected files are seeds too.
        return [path.read_bytes()[:LONGEST]]
    lines = text.splitlines(keepends=True)
    pieces = ("".join(lines[node.lineno - 1 : node.end_lineno]) for node in tree.body)
    return [piece.encode() for piece in pieces if len(piece) <= LONGEST]


def main(directory):
    directory = pathlib.Path(directory)
    directory.mkdir(parents=True, exist_ok=True)
    seeds = set()
    for path in sorted(pathlib.Path(sysconfig.get_path("stdlib")).rglob("*.py"))[::5]:
        seeds.update(statements(path))
    step = max(1, len(seeds) // MOST)
    for number, seed in enumerate(sorted(seeds)[::step]):
        (directory / f"{number:05}").write_bytes(bytes([number % 2]) + seed)
    print(f"{number + 1} seeds in {directory}")


if __name__ == "__main__":
    main(sys.argv[1])
