"""Compares the trees of `minipy --ast -a` with those of CPython 3.11 over a directory of sources.

usage: python3.11 ast_parity.py MINIPY [DIR]       (DIR: the standard library of the running Python)

What CPython would print is written by a serializer of its own, as ast.dump takes minutes for a library; every
20th file is checked against ast.dump itself. A file that CPython rejects must be rejected with the same text
on standard error. Prints the figures and the names of differing files; exits with 1 if there are any.
"""
import ast
import io
import multiprocessing
import pathlib
import subprocess
import sys
import warnings

FILES_PER_RUN = 20
VERIFY_EVERY = 20


class Serializer:
    """The text of ast.dump(tree, include_attributes=True, indent=3)."""

    def __init__(self):
        self.optional = {}

    def fields(self, cls):
        """Names of the fields, each with whether it is left out when it is None."""
        if cls not in self.optional:
            self.optional[cls] = [(name, getattr(cls, name, ...) is None) for name in cls._fields]
        return self.optional[cls]

    def value(self, value, separator):
        """The text, and whether it may stand on one line with others; separator: what parts it from the next."""
        if isinstance(value, ast.AST):
            return self.node(value, separator + "   ")
        if isinstance(value, list):
            if not value:
                return "[]", True
            separator += "   "
            return f"[{separator[1:]}{separator.join([self.value(item, separator)[0] for item in value])}]", False
        return repr(value), True

    def node(self, node, separator):
        cls = type(node)
        arguments = []
        simple = True
        for name, optional in self.fields(cls):
            value = getattr(node, name)
            if value is None and optional:
                continue
            text, is_simple = self.value(value, separator)
            simple &= is_simple
            arguments.append(f"{name}={text}")
        if cls._attributes:
            arguments.append(
                f"lineno={node.lineno}{separator}col_offset={node.col_offset}{separator}"
                f"end_lineno={node.end_lineno}{separator}end_col_offset={node.end_col_offset}")
        elif simple and len(arguments) <= 3:
            return f"{cls.__name__}({', '.join(arguments)})", not arguments
        return f"{cls.__name__}({separator[1:]}{separator.join(arguments)})", False

    def text(self, tree):
        return self.node(tree, ",\n   ")[0]


def expected(path, verify):
    """What minipy must print for the file: the dump and a newline, or the error as `python3.11 FILE` shows it."""
    with open(path, "rb") as file:
        source = file.read()
    try:
        tree = ast.parse(source, path)
    except (SyntaxError, ValueError):
        run = subprocess.run([sys.executable, path], stdin=subprocess.DEVNULL, capture_output=True, timeout=60)
        return run.stderr.decode("utf-8", "replace")
    try:
        text = Serializer().text(tree)
    except RecursionError:
        text, verify = ast_dump(tree), False
    if verify and text != ast_dump(tree):
        raise AssertionError(f"{path}: the serializer of this test is wrong")
    return text + "\n"


def ast_dump(tree):
    """Of a tree too deep for ast.dump the last line of the traceback."""
    try:
        return ast.dump(tree, include_attributes=True, indent=3)
    except RecursionError:
        return "RecursionError: maximum recursion depth exceeded"


def compare(job):
    minipy, paths = job
    warnings.simplefilter("ignore")
    run = subprocess.run([minipy, "--ast", "-a", "--batch", *paths], capture_output=True, timeout=600)
    outputs = run.stdout.split(b"\0")
    differing = []
    trees = 0
    for index, path in enumerate(paths):
        wanted = expected(path, verify=index % VERIFY_EVERY == 0)
        got = outputs[index].decode("utf-8", "surrogatepass") if index + 1 < len(outputs) else "(no output)"
        trees += wanted.startswith("Module(")
        if got != wanted and escaped(got) != escaped(wanted):
            differing.append((path, first_difference(wanted, got)))
    return len(paths), trees, differing


def escaped(text):
    return text.encode("utf-8", "backslashreplace")


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
        results = list(pool.imap_unordered(compare, jobs))
    files = sum(result[0] for result in results)
    trees = sum(result[1] for result in results)
    differing = [difference for result in results for difference in result[2]]
    for path, difference in sorted(differing):
        print(f"{path}: {difference}")
    print(f"{files} files, {trees} trees, {files - trees} rejected; {files - len(differing)} equal, "
          f"{len(differing)} different")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
