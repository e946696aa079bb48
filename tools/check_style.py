"""Checks the house rules that a machine can check (docs/architecture.md): include directions, file heads,
file and line lengths, forbidden macros and constructs.

usage: check_style.py [ROOT]      exit code 1 and one line per finding if there is any
"""
import pathlib
import re
import sys

# folder -> folders it may include besides itself
MAY_USE = {
    "memory": set(),
    "objects": {"memory"},
    "lexer": {"memory", "objects"},
    "parser": {"memory", "objects", "lexer"},
    "compiler": {"memory", "objects", "lexer", "parser"},
    "vm": {"memory", "objects", "lexer", "parser", "compiler"},
    "modules": {"memory", "objects", "lexer", "parser", "compiler", "vm"},
    "cli": {"memory", "objects", "lexer", "parser", "compiler", "vm", "modules"},
}
MAX_FILE_LINES = 850
MAX_LINE = 112
HEAD_LINES = range(2, 21)

INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"')
MACRO = re.compile(r"^\s*#\s*define\s+(\w+)")
FORBIDDEN = [
    (re.compile(r"^\s*#\s*if\s+0\b"), "#if 0"),
    (re.compile(r"\b(TODO|FIXME|XXX|HACK)\b"), "orphan note"),
    (re.compile(r"\t"), "tab"),
    (re.compile(r"\s+$"), "trailing white space"),
]


def logical_lines(lines):
    """Joins backslash continuations, so that a macro is one line."""
    joined, start = "", 0
    for number, line in enumerate(lines, 1):
        if not joined:
            start = number
        joined += line
        if line.endswith("\\"):
            joined = joined[:-1]
            continue
        yield start, joined
        joined = ""


def head_of(lines):
    head = []
    for line in lines:
        if not line.startswith("//"):
            break
        head.append(line)
    return head


def check_file(path, root):
    relative = path.relative_to(root)
    folder = relative.parts[1] if relative.parts[0] == "src" else None
    lines = path.read_text(encoding="utf-8").split("\n")
    if lines and lines[-1] == "":
        lines.pop()

    if folder:
        head = head_of(lines)
        if len(head) not in HEAD_LINES:
            yield 1, f"file head has {len(head)} lines, wanted 2 to 20"
        elif not any("CPython:" in line for line in head) and folder != "cli":
            yield 1, "file head names no counterpart in CPython"
    if len(lines) > MAX_FILE_LINES:
        yield len(lines), f"{len(lines)} lines, at most {MAX_FILE_LINES}"

    for number, line in enumerate(lines, 1):
        if len(line) > MAX_LINE:
            yield number, f"{len(line)} columns, at most {MAX_LINE}"
        for pattern, what in FORBIDDEN:
            if pattern.search(line):
                yield number, what
        include = INCLUDE.match(line)
        if include and folder:
            target = include.group(1).split("/")[0]
            if target in MAY_USE and target != folder and target not in MAY_USE[folder]:
                yield number, f"{folder} may not include {target}"
    for number, line in logical_lines(lines):
        macro = MACRO.match(line)
        if macro and macro.group(1) != "TRY" and re.search(r"\breturn\b", line):
            yield number, f"macro {macro.group(1)} hides a return"


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()
    files = [
        path
        for top in ("src", "tests", "benchmarks")
        for path in sorted((root / top).rglob("*"))
        if path.suffix in {".h", ".cpp", ".re", ".def"}
    ]
    findings = 0
    for path in files:
        for number, what in check_file(path, root):
            print(f"{path.relative_to(root)}:{number}: {what}")
            findings += 1
    print(f"{len(files)} files checked, {findings} findings")
    return 1 if findings or not files else 0


if __name__ == "__main__":
    sys.exit(main())
