"""Imports every top-level module and package of the oracle's library, each in a process of its own, under CPython
3.11 and under minipy, and compares which of them can be imported.

usage: library_imports.py MINIPY [--jobs N] [NAME...]
MISSING names the C modules that minipy does not have; a module that fails for lack of one of them is named with the
reason. Exit code 1 if any fails for another reason.
"""
import argparse
import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys

TIMEOUT = 60
# Modules whose import does something visible or that belong to another system.
SKIPPED = {"antigravity", "this", "idlelib", "turtledemo", "lib2to3", "test", "__pycache__", "xxsubtype"}
# What a failing import says when one of the C modules that minipy leaves out, or does not have yet, is the reason.
MISSING = ("_ctypes", "_ssl", "_tkinter", "_curses", "_curses_panel", "_sqlite3", "_dbm", "_gdbm", "readline", "pyexpat",
           "_socket", "unicodedata", "_csv", "mmap", "_bz2", "_lzma", "_lsprof", "_tracemalloc", "faulthandler", "_uuid",
           "_multiprocessing", "_posixshmem", "_crypt", "nis", "ossaudiodev", "audioop", "spwd", "_sre", "_ast",
           "_symtable", "_locale", "pwd", "grp", "_datetime", "_pickle", "_elementtree", "_tokenize", "_multibytecodec", "_testcapi", "_xxsubinterpreters", "xxlimited")


def top_level_names():
    library = pathlib.Path(os.__file__).parent
    names = set(sys.builtin_module_names)
    for path in library.iterdir():
        if path.is_dir() and (path / "__init__.py").exists():
            names.add(path.name)
        elif path.suffix == ".py" and path.stem.isidentifier():
            names.add(path.stem)
    return sorted(names - SKIPPED)


def failure(command, name):
    """None, or the last line that the failing import prints."""
    environment = dict(os.environ, PYTHONDONTWRITEBYTECODE="1", LC_ALL="C.UTF-8")
    try:
        done = subprocess.run([*command, "-S", "-E", "-c", f"import {name}"], env=environment, timeout=TIMEOUT,
                              stdin=subprocess.DEVNULL, capture_output=True, text=True, errors="replace")
    except subprocess.TimeoutExpired:
        return "timed out"
    if done.returncode == 0:
        return None
    lines = done.stderr.strip().splitlines()
    return lines[-1] if lines else f"exit code {done.returncode}"


def known_reason(text):
    """The C module that the import says it lacks, if it is one of those known to be missing."""
    found = re.search(r"No module named '([\w.]+)'|required (_crypt) module", text)
    lacking = found and (found.group(1) or found.group(2))
    return lacking if lacking in MISSING else None


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("minipy")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("names", nargs="*")
    arguments = parser.parse_args()
    names = arguments.names or top_level_names()
    minipy = [str(pathlib.Path(arguments.minipy).resolve())]
    with concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
        expected = dict(zip(names, pool.map(lambda name: failure([sys.executable], name), names)))
        importable = [name for name in names if expected[name] is None]
        found = dict(zip(importable, pool.map(lambda name: failure(minipy, name), importable)))
    failing = {name: text for name, text in found.items() if text is not None}
    unknown = 0
    for name, text in sorted(failing.items()):
        reason = known_reason(text)
        unknown += reason is None
        print(f"{name}: {'lacks ' + reason if reason else 'UNEXPECTED: ' + text}")
    share = 100 * (len(importable) - len(failing)) / max(len(importable), 1)
    print(f"{len(importable)} modules that CPython imports, minipy {len(importable) - len(failing)} ({share:.1f} %)")
    return 1 if unknown else 0


if __name__ == "__main__":
    sys.exit(main())
