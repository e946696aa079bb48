"""Imports every top-level module and package of the oracle's library, its built-in modules and its extension modules,
each in a process of its own, under CPython 3.11 and under minipy, and compares which of them can be imported.

usage: library_imports.py MINIPY [--jobs N] [NAME...]
What minipy leaves out on purpose (src/modules/left_out.def) says so itself: "minipy has no _ssl: ...". Exit code 1 if
a module cannot be imported for another reason, or if one that is left out does not behave as one that is not there.
"""
import argparse
import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import environment  # noqa: E402

TIMEOUT = 60
# Modules whose import does something visible or that belong to another system.
SKIPPED = {"antigravity", "this", "idlelib", "turtledemo", "lib2to3", "test", "__pycache__", "xxsubtype"}
# Extension modules that are there to test or to show CPython's C API.
OF_THE_C_API = re.compile("_test|_xx|xxlimited|_ctypes_test")


LEFT_OUT = ("_ctypes", "_ssl", "_tkinter", "_xxsubinterpreters")
# What a program sees of a module that is left out: the exception that fallbacks catch, and nothing else.
LOOK_AT = """
import importlib.util, sys
name = sys.argv[1]
try:
    __import__(name)
except ModuleNotFoundError as error:
    assert error.name == name and error.args == (error.msg,) and str(error).startswith(f"minipy has no {name}: "), error
else:
    raise AssertionError(name + " can be imported")
assert importlib.util.find_spec(name) is None and name not in sys.builtin_module_names and name not in sys.modules
"""


def top_level_names():
    library = pathlib.Path(os.__file__).parent
    names = set(sys.builtin_module_names)
    for path in library.iterdir():
        if path.is_dir() and (path / "__init__.py").exists():
            names.add(path.name)
        elif path.suffix == ".py" and path.stem.isidentifier():
            names.add(path.stem)
    extensions = {path.name.partition(".")[0] for path in (library / "lib-dynload").glob("*.so")}
    names |= {name for name in extensions if not OF_THE_C_API.match(name)}
    return sorted(names - SKIPPED)


def failure(command, name):
    """None, or the last line that the failing import prints."""
    try:
        done = subprocess.run([*command, "-S", "-E", "-c", f"import {name}"],
                              env=environment.for_programs(), timeout=TIMEOUT, stdin=subprocess.DEVNULL,
                              capture_output=True, text=True, errors="replace")
    except subprocess.TimeoutExpired:
        return "timed out"
    if done.returncode == 0:
        return None
    lines = done.stderr.strip().splitlines()
    return lines[-1] if lines else f"exit code {done.returncode}"


def known_reason(text):
    """What minipy says of a module that it leaves out, or None."""
    found = re.search(r"minipy has no \w+: .*", text)
    return found and found.group()


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
        print(f"{name}: {reason or 'UNEXPECTED: ' + text}")
    for name in LEFT_OUT:
        done = subprocess.run([*minipy, "-S", "-E", "-c", LOOK_AT, name], capture_output=True, text=True)
        unknown += done.returncode != 0
        print(done.stderr, end="")
    share = 100 * (len(importable) - len(failing)) / max(len(importable), 1)
    print(f"{len(importable)} modules that CPython imports, minipy {len(importable) - len(failing)} ({share:.1f} %)")
    return 1 if unknown else 0


if __name__ == "__main__":
    sys.exit(main())
