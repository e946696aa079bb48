"""Seeds for the fuzz targets: pieces of real programs from the oracle's library.

usage: python3.11 make_seeds.py SOURCES MARSHALLED

Takes the top-level statements of every fifth file of the library that are short enough, each as one seed in
the folder SOURCES; into MARSHALLED go their code objects. A leading byte tells the target how to read it.
Beside SOURCES appears SOURCES.dict, the words of the language for libFuzzer's -dict.
"""

import ast
import importlib.util
import keyword
import marshal
import pathlib
import sys
import sysconfig
import token
import tokenize
import warnings

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


def marshalled(piece):
    """The code object of the piece: behind the header of a .pyc, and without one."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            code = compile(piece, "seed.py", "exec", dont_inherit=True)
    except (SyntaxError, ValueError):
        return
    yield b"\0" + marshal.dumps(code)
    yield b"\1" + importlib.util.MAGIC_NUMBER + bytes(12) + marshal.dumps(code)


VALUES = (None, True, ..., StopIteration, 1, -1 << 31, 1 << 40, -1 << 100, 0.5, -0.0, 1j, b"bytes", "ascii", "\xe9",
          "\u20ac", "\U0001f40d", "\ud800", (), (1, (2, 3)), [1, [2]], {"a": {"b": 1}}, {1, 2}, frozenset("ab"))


def write(directory, seeds):
    directory.mkdir(parents=True, exist_ok=True)
    step = max(1, len(seeds) // MOST)
    chosen = sorted(seeds)[::step]
    for number, seed in enumerate(chosen):
        (directory / f"{number:05}").write_bytes(seed)
    print(f"{len(chosen)} seeds in {directory}")


def write_dictionary(path):
    words = keyword.kwlist + keyword.softkwlist + list(token.EXACT_TOKEN_TYPES) + ["__class__", "__debug__"]
    path.write_text("".join(f'"{word}"\n' for word in words) + '"\\x0a    "\n')


def main(sources, compiled):
    pieces = set()
    for path in sorted(pathlib.Path(sysconfig.get_path("stdlib")).rglob("*.py"))[::5]:
        pieces.update(statements(path))
    pieces = sorted(pieces)
    write(pathlib.Path(sources), {bytes([number % 2]) + piece for number, piece in enumerate(pieces)})
    codes = {seed for piece in pieces[::8] for seed in marshalled(piece) if len(seed) <= LONGEST}
    write(pathlib.Path(compiled), codes | {b"\0" + marshal.dumps(value) for value in VALUES})
    write_dictionary(pathlib.Path(sources + ".dict"))


if __name__ == "__main__":
    main(*sys.argv[1:])
