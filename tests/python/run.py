"""Runs every program under tests/python/ with CPython 3.11 and with minipy and compares what a user sees:
standard output, standard error and the exit code, byte for byte. A program has to end, and with the exit code 0
unless a line "# exit code N" says otherwise: one that stumbles half way, under both alike, would test nothing.

usage: run.py MINIPY [--jobs N] [--root DIR] [--option OPT]... [--skip NAME]... [--site DIR]
              [NAME...]
NAME: only programs whose path contains it; DIR: another folder of programs (examples/). Files and folders whose
name begins with an underscore are parts of programs. DIR of --site: packages that the programs may import; CPython
has to see them by itself.
Lines that hold an address (0x...) are compared with the address blanked. known_differences.txt names the programs
that are known to differ; exit code 1 if any other differs, or if one of them has become equal.
"""
import argparse
import concurrent.futures
import difflib
import os
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
import environment  # noqa: E402

ADDRESS = re.compile(rb"0x[0-9a-f]{6,}")
NO_MEMORY = re.compile(rb"==\d+==WARNING: AddressSanitizer failed to allocate.*\n")  # a MemoryError follows
TIMEOUT = 120
EXIT_CODE = re.compile(r"^# exit code (-?\d+)$", re.MULTILINE)


def run(command, program):
    try:
        done = subprocess.run([*command, program.name], cwd=program.parent, env=environment.for_programs(),
                              timeout=TIMEOUT, stdin=subprocess.DEVNULL, capture_output=True)
    except subprocess.TimeoutExpired:
        return b"", b"", None
    return ADDRESS.sub(b"0x", done.stdout), ADDRESS.sub(b"0x", NO_MEMORY.sub(b"", done.stderr)), done.returncode


def difference(program, cpython, minipy):
    expected = run(cpython, program)
    found = run(minipy, program)
    hung = [name for name, outcome in (("CPython", expected), ("minipy", found)) if outcome[2] is None]
    declared = EXIT_CODE.search(program.read_text(encoding="utf-8", errors="replace"))
    meant = int(declared[1]) if declared else 0
    if expected == found and expected[2] == meant:
        return None
    lines = []
    for what, left, right in zip(("stdout", "stderr"), expected, found):
        lines += difflib.unified_diff(left.decode(errors="replace").splitlines(),
                                      right.decode(errors="replace").splitlines(),
                                      f"CPython {what}", f"minipy {what}", lineterm="", n=1)
    if expected[2] != found[2]:
        lines.append(f"exit code {expected[2]} under CPython, {found[2]} under minipy")
    lines += [f"no end within {TIMEOUT} s under {name}" for name in hung]
    if not hung and expected[2] != meant:
        lines += [f"ends with exit code {expected[2]} under CPython, meant to be {meant}",
                  *expected[1].decode(errors="replace").splitlines()[-3:]]
    return "\n".join(lines[:30])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("minipy")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--root", type=pathlib.Path, default=HERE, help="the folder of the programs")
    parser.add_argument("--site", help="a folder of packages for the programs")
    parser.add_argument("--option", action="append", default=[], help="an option for minipy: --option=--gc-stress")
    parser.add_argument("--skip", action="append", default=[], help="a program or folder that is left out")
    parser.add_argument("names", nargs="*")
    arguments = parser.parse_args()
    cpython = [sys.executable] if arguments.site else [sys.executable, "-S"]  # -E would ignore PYTHONHASHSEED
    minipy = [str(pathlib.Path(arguments.minipy).resolve()),
              *(["--site", arguments.site] if arguments.site else ["-S"]), *arguments.option]
    root = arguments.root.resolve()
    programs = sorted(path for path in root.rglob("*.py")
                      if path != HERE / "run.py"
                      and not any(part.startswith("_") for part in path.relative_to(root).parts))
    skipped = {root / name for name in arguments.skip}
    programs = [path for path in programs if skipped.isdisjoint({path, *path.parents})]
    if arguments.names:
        programs = [path for path in programs if any(name in str(path) for name in arguments.names)]
    if not programs:
        print("no program found", file=sys.stderr)
        return 1
    known_list = root / "known_differences.txt"
    known_lines = known_list.read_text().splitlines() if known_list.exists() else []
    known = {line.split("#")[0].strip() for line in known_lines}
    failed = differing = 0
    with concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
        for program, text in zip(programs, pool.map(lambda path: difference(path, cpython, minipy), programs)):
            name = program.relative_to(root).as_posix()
            differing += text is not None
            if text is not None and name not in known:
                failed += 1
                print(f"--- {name}\n{text}")
            elif text is None and name in known:
                failed += 1
                print(f"--- {name} is equal now: take it off known_differences.txt")
    print(f"{len(programs)} programs, {len(programs) - differing} equal, {differing} different")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
