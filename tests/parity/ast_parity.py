"""Compares the trees of `minipy --ast -a` with those of CPython 3.11 over a directory of sources.

usage: python3.11 ast_parity.py MINIPY [DIR]       (DIR: the standard library of the running Python)

A file that CPython rejects must be rejected with the same text on standard error. Prints the figures and the
names of differing files; exits with 1 if there are any.
"""
import ast
import io
import multiprocessing
import pathlib
import subprocess
import sys
import warnings

FILES_PER_RUN = 40


def expected(path):
    """What minipy must print for the file: the dump and a newline, or the error as `python3.11 FILE` shows it."""
    with open(path, "rb") as file:
        source = file.read()
    try:
        tree = ast.parse(source, path)
        return ast.dump(tree, include_attributes=True, indent=3) + "\n"
    except (SyntaxError, ValueError):
        run = subprocess.run([sys.executable, path], stdin=subprocess.DEVNULL, capture_output=True, timeout=60)
        return run.stderr.decode("utf-8", "replace")
    except RecursionError:
        return None


def compare(job):
    minipy, paths = job
    warnings.simplefilter("ignore")
    run = subprocess.run([minipy, "--ast", "-a", "--batch", *paths], capture_output=True, timeout=600)
    outputs = run.stdout.split(b"\0")
    differing = []
    trees = 0
    for index, path in enumerate(paths):
        wanted = expected(path)
        if wanted is None:
            continue
        got = outputs[index].decode("utf-8", "surrogatepass") if index + 1 < len(outputs) else "(no output)"
        trees += wanted.startswith("Module(")
        if got.encode("utf-8", "backslashreplace") != wanted.encode("utf-8", "backslashreplace"):
            differing.append((path, first_difference(wanted, got)))
    return len(paths), trees, differing


def first_difference(wanted, got):
    for number, (left, right) in enumerate(zip(wanted.splitlines(), got.splitlines()), 1):
        if left != right:
            return f"line {number} of the output: expected {left.strip()!r}, got {right.strip()!r}"
    return f"expected {len(wanted)} characters, got {len(got)}"


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    directory = pathlib.Path(sys.argv[2] if len(sys.argv) == 3 else io.__file__).resolve()
    if directory.is_file():
        directory = directory.parent
    paths = sorted(str(path) for path in directory.rglob("*.py") if path.is_file())
    if not paths:
        sys.exit(f"no sources in {directory}")
    jobs = [(sys.argv[1], paths[i:i + FILES_PER_RUN]) for i in range(0, len(paths), FILES_PER_RUN)]
    with multiprocessing.Pool(2) as pool:
        results = pool.map(compare, jobs, chunksize=1)
    files = sum(result[0] for result in results)
    trees = sum(result[1] for result in results)
    differing = [difference for result in results for difference in result[2]]
    for path, difference in differing:
        print(f"{path}: {difference}")
    print(f"{files} files, {trees} trees, {files - trees} rejected; {files - len(differing)} equal, "
          f"{len(differing)} different")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
