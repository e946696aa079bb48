"""The tokens of whole trees of real code: `minipy --tokens` against CPython's module `tokenize`.

usage: python3.11 tokens_parity.py MINIPY [DIRECTORY]

Runs under the oracle itself. Every *.py file below DIRECTORY (default: the oracle's library) is tokenised by
both; all tokens with their exact types, texts and positions must be equal, and where one side reports an
error, the other must report it with the same words. Prints each file that differs, and the figures; the exit
code is 1 if there is a difference.
"""

import os
import pathlib
import subprocess
import sys
import sysconfig
import token
import tokenize
from concurrent.futures import ProcessPoolExecutor

BATCH = 40  # files per start of minipy


def expected_output(path):
    """(standard output, standard error) of `python3.11 -m tokenize -e path`, without starting it."""
    try:
        with open(path, "rb") as file:
            tokens = list(tokenize.tokenize(file.readline))
    except IndentationError as error:
        line, column = error.args[1][1:3]
        return "", f"{path}:{line}:{column}: error: {error.args[0]}\n"
    except tokenize.TokenError as error:
        line, column = error.args[1]
        return "", f"{path}:{line}:{column}: error: {error.args[0]}\n"
    except SyntaxError as error:
        return "", f"{path}: error: {error}\n"
    except Exception as error:
        return "", f"unexpected error: {error}\n"
    lines = []
    for item in tokens:
        place = "%d,%d-%d,%d:" % (item.start + item.end)
        lines.append("%-20s%-15s%-15r\n" % (place, token.tok_name[item.exact_type], item.string))
    return "".join(lines), ""


def minipy_outputs(minipy, paths):
    """The same of minipy, file by file: one start for all files, one more for each that has an error."""
    command = [minipy, "--tokens", "--headers", *paths]
    result = subprocess.run(command, capture_output=True, encoding="utf-8", errors="surrogateescape")
    outputs = {}
    for block in ("\n" + result.stdout).split("\n# ")[1:]:
        path, _, tokens = block.partition("\n")
        outputs[path] = (tokens + "\n" if tokens and not tokens.endswith("\n") else tokens, "")
    if result.returncode != 0:
        for path in paths:
            if not outputs.get(path, ("", ""))[0]:
                single = subprocess.run([minipy, "--tokens", path], capture_output=True, encoding="utf-8",
                                        errors="surrogateescape")
                outputs[path] = (single.stdout, single.stderr)
    return outputs


def first_difference(expected, actual):
    for number, (want, have) in enumerate(zip(expected.splitlines(), actual.splitlines()), 1):
        if want != have:
            return f"line {number}\n  expected {want}\n  minipy   {have}"
    return f"{len(expected.splitlines())} lines expected, {len(actual.splitlines())} lines from minipy"


def compare_batch(minipy, paths):
    """(bytes, tokens, rejected files, differences) of some files."""
    size = tokens = rejected = 0
    differences = []
    outputs = minipy_outputs(minipy, paths)
    for path in paths:
        expected = expected_output(path)
        actual = outputs.get(path, ("", "no output"))
        size += os.path.getsize(path)
        tokens += expected[0].count("\n")
        rejected += bool(expected[1])
        if expected != actual:
            differences.append(f"{path}: {first_difference(''.join(expected), ''.join(actual))}")
    return size, tokens, rejected, differences


def main(minipy, directory=None):
    directory = pathlib.Path(directory or sysconfig.get_path("stdlib"))
    paths = sorted(str(path) for path in directory.rglob("*.py"))
    batches = [paths[i : i + BATCH] for i in range(0, len(paths), BATCH)]
    size = tokens = rejected = 0
    differences = []
    with ProcessPoolExecutor(2) as pool:
        for result in pool.map(compare_batch, [minipy] * len(batches), batches):
            size += result[0]
            tokens += result[1]
            rejected += result[2]
            differences += result[3]
    for difference in differences:
        print(difference)
    equal = len(paths) - len(differences)
    print(f"tokens: {equal} of {len(paths)} files equal ({size / 1e6:.1f} MB, {tokens} tokens, "
          f"{rejected} files rejected by both or one)")
    return 1 if differences or not paths else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
