"""Compares the text of `minipy --dis` with that of `python3.11 -m dis`, addresses aside.

usage: dis_parity.py MINIPY [DIR] [--files N]

A sample of N files (default 320) spread over DIR (default: the oracle's standard library); every fourth file
with --show-caches too. Hashes are not randomised, so that sets show their items in the same order. Prints the
figures and the first differing line of up to ten files; exit code 1 if anything differs.
"""
import argparse
import dis
import io
import multiprocessing
import os
import pathlib
import re
import subprocess
import sys
import warnings

PROCESSES = 2
TIMEOUT = 300
ADDRESS = re.compile(r"at 0x[0-9a-f]+")
FROZENSET = re.compile(r"frozenset\(.*")


def theirs(path, show_caches):
    text = io.StringIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        code = compile(path.read_bytes(), str(path), "exec", dont_inherit=True)
    dis.dis(code, file=text, show_caches=show_caches)
    return text.getvalue()


def ours(minipy, path, show_caches):
    command = [minipy, "--dis", *(["--show-caches"] if show_caches else []), str(path)]
    result = subprocess.run(command, capture_output=True, timeout=TIMEOUT)
    errors = result.stderr if result.returncode else b""
    return result.stdout.decode("utf-8", "surrogatepass") + errors.decode("utf-8", "replace")


def normalised(text):
    """Without addresses, and with frozensets' items in one order."""
    lines = ADDRESS.sub("at ...", text).splitlines()
    return [FROZENSET.sub(lambda found: "".join(sorted(found[0])), line) for line in lines]


def first_difference(a, b):
    for line, (left, right) in enumerate(zip(a + ["<end>"], b + ["<end>"]), 1):
        if left != right:
            return f"line {line}\n    ours:      {left}\n    CPython's: {right}"
    return "no line"


def compare(job):
    minipy, path, show_caches = job
    try:
        expected = normalised(theirs(path, show_caches))
    except (SyntaxError, ValueError):
        return 0, None
    found = normalised(ours(minipy, path, show_caches))
    return 1, None if found == expected else f"{path}: {first_difference(found, expected)}"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("minipy")
    parser.add_argument("folder", nargs="?", default=os.path.dirname(os.__file__))
    parser.add_argument("--files", type=int, default=320)
    options = parser.parse_args()
    paths = sorted(pathlib.Path(options.folder).rglob("*.py"))
    sample = paths[::max(1, len(paths) // options.files)][:options.files]
    work = [(options.minipy, path, False) for path in sample]
    work += [(options.minipy, path, True) for path in sample[::4]]
    with multiprocessing.Pool(PROCESSES) as pool:
        results = list(pool.imap_unordered(compare, work, chunksize=8))
    compared = sum(count for count, _ in results)
    differences = [difference for _, difference in results if difference]
    print(f"{compared:,} disassemblies of {len(sample):,} files compared, {len(differences):,} differ")
    for difference in differences[:10]:
        print(f"  {difference}")
    return 1 if differences or not compared else 0


if __name__ == "__main__":
    if os.environ.get("PYTHONHASHSEED") != "0":
        os.execve(sys.executable, [sys.executable, *sys.argv], {**os.environ, "PYTHONHASHSEED": "0"})
    sys.exit(main())
