"""Compares minipy's code objects with CPython's, attribute by attribute, over a tree of real code.

usage: code_parity.py MINIPY [DIR] [--level N] [--every N]

Every .py file under DIR (default: the oracle's standard library) is compiled by minipy into a .pyc and by
this interpreter in memory; a tenth of the files also with -O and -OO. Types and order of constants, signs
of zeros and nested code objects count. A file that CPython rejects must be rejected by minipy too. Prints
the figures, and for each differing attribute how often and one example; exit code 1 if anything differs.
"""
import argparse
import collections
import dis
import itertools
import marshal
import multiprocessing
import os
import pathlib
import struct
import subprocess
import sys
import tempfile
import types
import warnings

ATTRIBUTES = (
    "co_name co_qualname co_filename co_firstlineno co_argcount co_posonlyargcount co_kwonlyargcount co_nlocals"
    " co_flags co_names co_varnames co_cellvars co_freevars co_code co_consts co_stacksize co_exceptiontable"
    " co_linetable").split()
CHUNK = 25
PROCESSES = 2
TIMEOUT = 300


def same_constant(ours, theirs):
    """Equal in value and type, recursively; code objects are compared elsewhere."""
    if type(ours) is not type(theirs):
        return False
    if isinstance(ours, types.CodeType):
        return True
    if isinstance(ours, tuple):
        return len(ours) == len(theirs) and all(map(same_constant, ours, theirs))
    if isinstance(ours, frozenset):
        keys = [collections.Counter((type(item), repr(item)) for item in side) for side in (ours, theirs)]
        return keys[0] == keys[1]
    if isinstance(ours, float):
        return struct.pack("d", ours) == struct.pack("d", theirs)
    if isinstance(ours, complex):
        return same_constant((ours.real, ours.imag), (theirs.real, theirs.imag))
    return ours == theirs


def first_difference(ours, theirs):
    for index, (a, b) in enumerate(itertools.zip_longest(ours, theirs)):
        if a != b:
            return index, a, b


def describe_code(ours, theirs):
    """The first instruction that differs, and the line it belongs to."""
    def rows(code):
        return [(i.opname, i.arg, i.argrepr.split(" at 0x")[0]) for i in dis.get_instructions(code)]
    difference = first_difference(rows(ours), rows(theirs))
    if not difference:
        return "inline caches"
    index, a, b = difference
    instructions = list(dis.get_instructions(theirs))
    line = next((i.positions.lineno for i in instructions[index:index + 1]), None)
    return f"line {line}, instruction {index}: ours {a}, CPython's {b}"


def describe_lines(ours, theirs):
    if ours.co_code != theirs.co_code:
        return "as co_code"
    difference = first_difference(list(ours.co_positions()), list(theirs.co_positions()))
    if not difference:
        return "same positions, other encoding"
    index, a, b = difference
    opcode = dis.opname[theirs.co_code[2 * index]]
    return f"unit {index} ({opcode}): ours {a}, CPython's {b}"


def describe(attribute, ours, theirs):
    if attribute == "co_code":
        return describe_code(ours, theirs)
    if attribute == "co_linetable":
        return describe_lines(ours, theirs)
    a, b = getattr(ours, attribute), getattr(theirs, attribute)
    if isinstance(a, tuple):
        index, a, b = first_difference(map(repr, a), map(repr, b)) or (0, a, b)
        return f"item {index}: ours {a}, CPython's {b}"
    return f"ours {a!r}, CPython's {b!r}"


def compare_code(ours, theirs, report):
    """Reports each attribute that differs; returns the number of code objects seen."""
    count = 1
    for attribute in ATTRIBUTES:
        a, b = getattr(ours, attribute), getattr(theirs, attribute)
        same = same_constant(a, b) if attribute == "co_consts" else a == b
        if not same:
            report(attribute, theirs, describe(attribute, ours, theirs))
    pairs = zip(inner_code(ours), inner_code(theirs))
    return count + sum(compare_code(a, b, report) for a, b in pairs)


def inner_code(code):
    return [constant for constant in code.co_consts if isinstance(constant, types.CodeType)]


def compile_theirs(path, level):
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return compile(path.read_bytes(), str(path), "exec", dont_inherit=True, optimize=level)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        return error


def run_minipy(minipy, pairs, level):
    command = [minipy, "--compile", "--batch"] + ["-O", "-OO"][level - 1:level]
    names = "".join(f"{source}\t{output}\n" for source, output in pairs)
    return subprocess.run(command, input=names.encode(), stderr=subprocess.PIPE, timeout=TIMEOUT)


def compare_chunk(job):
    """Compiles some files with both; returns (files, code objects, differences)."""
    minipy, paths, level = job
    differences, codes = [], 0
    with tempfile.TemporaryDirectory() as folder:
        pairs = [(path, pathlib.Path(folder, f"{i}.pyc")) for i, path in enumerate(paths)]
        if run_minipy(minipy, pairs, level).returncode < 0:
            for pair in pairs:
                result = run_minipy(minipy, [pair], level)
                if result.returncode < 0:
                    lines = result.stderr.decode(errors="replace").splitlines()
                    message = lines[-1] if lines else f"exit code {result.returncode}"
                    differences.append(("crash", str(pair[0]), "", message))
        for path, output in pairs:
            def report(attribute, code, detail):
                where = f"{code.co_qualname}, line {code.co_firstlineno}"
                differences.append((attribute, str(path), where, detail))
            theirs = compile_theirs(path, level)
            ours = marshal.loads(output.read_bytes()[16:]) if output.exists() else None
            if isinstance(theirs, Exception):
                if ours:
                    differences.append(("accepted", str(path), "", f"CPython: {theirs!r}"))
            elif ours is None:
                result = run_minipy(minipy, [(path, output)], level)
                lines = result.stderr.decode(errors="replace").splitlines()
                differences.append(("rejected", str(path), "", " | ".join(lines[-4:])))
            else:
                codes += compare_code(ours, theirs, report)
    return len(paths), codes, differences


def jobs(minipy, paths, level):
    return [(minipy, paths[i:i + CHUNK], level) for i in range(0, len(paths), CHUNK)]


def print_differences(differences):
    by_attribute = collections.defaultdict(list)
    for attribute, *where in differences:
        by_attribute[attribute].append(where)
    for attribute, places in sorted(by_attribute.items(), key=lambda item: -len(item[1])):
        files = {path for path, *_ in places}
        print(f"\n{attribute}: {len(places):,} times, in {len(files):,} files; for example")
        seen = set()
        for path, where, detail in places:
            kind = "".join(c for c in detail if not c.isdigit())[:60]
            if kind in seen:
                continue
            seen.add(kind)
            print(f"  {path}: {where}: {detail}"[:400])
            if len(seen) == 6:
                break


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("minipy")
    parser.add_argument("folder", nargs="?", default=os.path.dirname(os.__file__))
    parser.add_argument("--level", type=int, choices=(0, 1, 2), help="this optimisation level only")
    parser.add_argument("--every", type=int, default=1, help="only every N-th file")
    options = parser.parse_args()
    sys.setrecursionlimit(10_000)
    folder = pathlib.Path(options.folder)
    paths = [folder] if folder.is_file() else sorted(folder.rglob("*.py"))[::options.every]
    if not paths:
        sys.exit(f"no .py files in {folder}")
    if options.level is None:
        work = jobs(options.minipy, paths, 0)
        for level in (1, 2):
            work += jobs(options.minipy, paths[::10], level)
    else:
        work = jobs(options.minipy, paths, options.level)
    files = codes = 0
    differences = []
    with multiprocessing.Pool(PROCESSES) as pool:
        for some_files, some_codes, some_differences in pool.imap_unordered(compare_chunk, work):
            files += some_files
            codes += some_codes
            differences += some_differences
    bad = len({(path, where) for _, path, where, _ in differences})
    share = 100 * (1 - bad / max(codes, 1))
    print(f"{files:,} compilations of {len(paths):,} files, {codes:,} code objects, {share:.3f} % identical")
    print_differences(differences)
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
