"""Runs random programs with CPython and with minipy, in general and in specialised code, and compares what they print.

usage: run.py MINIPY [--seeds FIRST-LAST] [GENERATOR...]
A generator of this folder prints what its program does; the program follows from the seed. Exit code 1 if any differs.
"""
import argparse
import concurrent.futures
import difflib
import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
import environment  # noqa: E402

TIMEOUT = 120


def output(command, generator, seed):
    try:
        done = subprocess.run([*command, "-S", generator, str(seed)], env=environment.for_programs(),
                              timeout=TIMEOUT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT)
    except subprocess.TimeoutExpired:
        return [f"no end within {TIMEOUT} s"]
    return [*done.stdout.decode(errors="replace").splitlines(), f"exit code {done.returncode}"]


def complaint(minipy, generator, seed):
    expected = output([sys.executable], generator, seed)
    if expected[-1] != "exit code 0":
        return "\n".join([f"--- {generator.stem} {seed} fails under CPython", *expected[-4:]])
    found = output([minipy], generator, seed)
    if found == expected:
        return None
    general = output([minipy, "-X", "no-specialize"], generator, seed)
    lines = list(difflib.unified_diff(expected, found, "CPython", "minipy", lineterm="", n=1))
    return "\n".join([f"--- {generator.stem} {seed}" + ", specialised code only" * (general == expected),
                      *(line[:400] for line in lines[:12])])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("minipy")
    parser.add_argument("--seeds", default="1-40", help="FIRST-LAST (1-40)")
    parser.add_argument("generators", nargs="*", help="attributes, operations (all)")
    arguments = parser.parse_args()
    minipy = str(pathlib.Path(arguments.minipy).resolve())
    first, last = map(int, arguments.seeds.split("-"))
    names = arguments.generators or sorted(path.stem for path in HERE.glob("*.py") if path.stem != "run")
    jobs = [(HERE / f"{name}.py", seed) for name in names for seed in range(first, last + 1)]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as threads:
        complaints = list(filter(None, threads.map(lambda job: complaint(minipy, *job), jobs)))
    print(*complaints, sep="\n")
    print(f"{len(jobs)} random programs, {len(complaints)} different")
    return 1 if complaints or not jobs else 0


if __name__ == "__main__":
    sys.exit(main())
