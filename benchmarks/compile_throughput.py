"""Source to code objects: minipy and CPython 3.11 side by side on the same files, held in memory.

usage: python3.11 compile_throughput.py WORKER [DIR] [--rounds N] [--every N]

WORKER is build/test/benchmarks/compile_worker. Both sides read the files of DIR (default: the standard
library) that compile, then take turns: in each round either compiles all files once. Speed is bytes of
source per second of processor time, best round; peak memory is that of the whole process.
"""
import argparse
import pathlib
import resource
import statistics
import subprocess
import sys
import sysconfig
import time
import warnings


def work():
    """CPython's side: the same protocol as compile_worker.cpp."""
    warnings.simplefilter("ignore")
    files = []
    while name := sys.stdin.readline().rstrip("\n"):
        files.append((pathlib.Path(name).read_bytes(), name))
    while sys.stdin.readline():
        start = time.process_time()
        for source, name in files:
            compile(source, name, "exec", dont_inherit=True)
        print(time.process_time() - start, flush=True)
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


class Worker:
    def __init__(self, command, paths):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.process.stdin.write("".join(f"{path}\n" for path in paths) + "\n")

    def round(self):
        self.process.stdin.write("go\n")
        self.process.stdin.flush()
        return float(self.process.stdout.readline())

    def peak_memory(self):
        output, _ = self.process.communicate()
        return int(output) / 1024


def compiles(path):
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            compile(path.read_bytes(), str(path), "exec", dont_inherit=True)
        return True
    except (SyntaxError, ValueError):
        return False


def compare(worker, paths, rounds):
    commands = {"minipy": [worker], "CPython": [sys.executable, __file__, "--work"]}
    size = sum(path.stat().st_size for path in paths) / 1e6
    sides = {name: Worker(command, paths) for name, command in commands.items()}
    seconds = {name: [] for name in sides}
    for _ in range(rounds):
        for name, side in sides.items():
            seconds[name].append(side.round())
    print(f"{len(paths):,} files, {size:.1f} MB, {rounds} rounds")
    peaks = {}
    for name, side in sides.items():
        peaks[name] = side.peak_memory()
        print(f"{name:<8} {size / min(seconds[name]):7.2f} MB/s (median {size / statistics.median(seconds[name]):.2f})"
              f"   peak memory {peaks[name]:6.1f} MiB")
    ratios = [theirs / ours for ours, theirs in zip(seconds["minipy"], seconds["CPython"])]
    print(f"minipy / CPython: speed {min(seconds['CPython']) / min(seconds['minipy']):.2f}"
          f" (by round {min(ratios):.2f} to {max(ratios):.2f}),"
          f" memory {peaks['minipy'] / peaks['CPython']:.2f}")


def main():
    if sys.argv[1:] == ["--work"]:
        return work()
    parser = argparse.ArgumentParser()
    parser.add_argument("worker")
    parser.add_argument("folder", nargs="?", default=sysconfig.get_path("stdlib"))
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--every", type=int, default=1, help="only every N-th file")
    options = parser.parse_args()
    paths = [path for path in sorted(pathlib.Path(options.folder).rglob("*.py")) if compiles(path)]
    compare(options.worker, paths[::options.every], options.rounds)


if __name__ == "__main__":
    main()
