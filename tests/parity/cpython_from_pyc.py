"""CPython runs what minipy compiles: modules of CPython's test suite, from source and from minipy's .pyc.

usage: cpython_from_pyc.py MINIPY [MODULE...] [--jobs N]

The package `test` is laid out a second time with a .pyc of minipy's in place of every .py file (there is no
source beside it, so nothing else can run; other files are links). Modules that look for their own source
have it beside them, with a .pyc that says not to compare the two. Each module is then run by this
interpreter from the library's source and from that tree, and every single test must come out the same;
whatever gets compiled from source after all is a failure. Prints a table; exit code 1 if a module differs or
fewer than LEAST modules could be compared.
"""
import argparse
import collections
import importlib.util
import json
import multiprocessing.pool
import os
import pathlib
import subprocess
import sys
import sysconfig
import tempfile

LEAST = 60
TIMEOUT = 300
MODULES = """
    test_abc test_augassign test_baseexception test_binop test_bool test_call test_class test_codeop
    test_collections test_compare test_contains test_context test_contextlib test_contextlib_async test_copy
    test_coroutines test_asyncgen test_dataclasses test_decorators test_defaultdict test_deque test_descr
    test_descrtut test_dict test_dictcomps test_dictviews test_dynamic test_dynamicclassattribute test_enum
    test_enumerate test_except_star test_exception_group test_exception_variations test_extcall
    test_float test_format test_frame test_fstring test_funcattrs test_functools test_future test_future3
    test_future4 test_future5 test_generator_stop test_generators test_genericalias test_genericclass
    test_genexps test_global test_grammar test_index test_int_literal test_isinstance test_iter test_iterlen
    test_itertools test_keyword test_keywordonlyarg test_list test_listcomps test_long test_longexp
    test_metaclass test_module test_named_expressions test_numeric_tower test_opcache test_opcodes
    test_operator test_ordered_dict test_patma test_pep646_syntax test_positional_only_arg test_pow
    test_property test_raise test_range test_richcmp test_scope test_set test_setcomps test_slice test_sort
    test_string_literals test_subclassinit test_super test_symtable test_syntax test_textwrap test_tuple
    test_type_annotations test_typechecks test_types test_typing test_unary test_unpack test_unpack_ex
    test_userdict test_userlist test_userstring test_weakset test_with test_yield_from
    """.split()
NEED_SOURCE = {"ann_module", "test_frame", "test_opcodes", "test_patma"}
COUNTED = ("passed", "failure", "error", "skipped", "expected failure", "unexpected success")


def compile_all(minipy, pairs, *options):
    names = "".join(f"{path}\t{output}\n" for path, output in pairs)
    subprocess.run([minipy, "--compile", "--batch", *options], input=names.encode(), stderr=subprocess.DEVNULL,
                   timeout=TIMEOUT)


def lay_out(minipy, source, tree):
    """Mirrors the package under `tree`: .pyc files of minipy's, links to what is no Python file or is none
    that compiles. Returns how many .pyc there are, and the names of the files without."""
    pairs, pairs_beside_source = [], []
    for path in sorted(source.rglob("*")):
        if "__pycache__" in path.parts or path.is_dir():
            continue
        target = tree / path.relative_to(source)
        target.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix != ".py" or path.stem in NEED_SOURCE:
            target.symlink_to(path)
        if path.stem in NEED_SOURCE:
            pairs_beside_source.append((path, importlib.util.cache_from_source(target)))
        elif path.suffix == ".py":
            pairs.append((path, target.with_suffix(".pyc")))
    compile_all(minipy, pairs)
    compile_all(minipy, pairs_beside_source, "--unchecked-hash")
    rejected = {output.with_suffix(".py"): path for path, output in pairs if not output.exists()}
    for name, path in rejected.items():
        name.symlink_to(path)
    return len(pairs) + len(pairs_beside_source) - len(rejected), set(map(str, rejected))


def run(name, tree):
    """One run in a folder of its own; `tree` is None for the library's source."""
    environment = {"PATH": os.environ.get("PATH", ""), "PYTHONDONTWRITEBYTECODE": "1", "LANG": "C.UTF-8"}
    arguments = [sys.executable, str(pathlib.Path(__file__).with_name("run_test_module.py")), name]
    if tree:
        environment["PYTHONPATH"] = str(tree)
        arguments += [str(tree) + os.sep, os.path.join(sysconfig.get_path("stdlib"), "test") + os.sep]
    with tempfile.TemporaryDirectory() as folder:
        try:
            result = subprocess.run(arguments, cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                                    stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=TIMEOUT)
        except subprocess.TimeoutExpired:
            return {"crash": f"no end after {TIMEOUT} s"}
    try:
        return json.loads(result.stdout)
    except ValueError:
        return {"crash": f"exit code {result.returncode}: " + result.stderr.decode(errors="replace")[-600:]}


def differences(source, pyc, tree, rejected):
    """What keeps the two runs from being the same; empty if nothing does."""
    found = [f"{side}: {run['crash']}" for side, run in (("source", source), ("pyc", pyc)) if "crash" in run]
    if found:
        return found
    if not pyc["origin"].startswith(str(tree)):
        found.append(f"came from {pyc['origin']}")
    found += [f"compiled from source: {name}" for name in pyc["compiled"] if name not in rejected]
    if source["skipped"] != pyc["skipped"]:
        found.append(f"skipped: source {source['skipped']!r}, pyc {pyc['skipped']!r}")
    for test in sorted(source["outcomes"].keys() | pyc["outcomes"].keys()):
        a, b = (side["outcomes"].get(test, "not run") for side in (source, pyc))
        if a != b:
            found.append(f"{test}: source {a}, pyc {b}: {pyc['details'].get(test, '')[-600:]}")
    if source["run"] != pyc["run"]:
        found.append(f"source ran {source['run']} tests, pyc {pyc['run']}")
    return found


def describe(result):
    if "crash" in result:
        return "crash"
    if result["skipped"]:
        return "module skipped"
    counts = collections.Counter(result["outcomes"].values())
    return ", ".join([f"{result['run']} run"] + [f"{counts[kind]} {kind}" for kind in COUNTED[1:] if counts[kind]])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("minipy")
    parser.add_argument("modules", nargs="*", default=MODULES)
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    bad, tests = [], 0
    with tempfile.TemporaryDirectory() as folder:
        tree = pathlib.Path(folder)
        source = pathlib.Path(sysconfig.get_path("stdlib"), "test")
        compiled, rejected = lay_out(options.minipy, source, tree / "test")
        with multiprocessing.pool.ThreadPool(options.jobs) as pool:
            results = pool.imap(lambda name: (name, run(name, None), run(name, tree)), options.modules)
            for name, from_source, from_pyc in results:
                found = differences(from_source, from_pyc, tree, rejected)
                verdict = "DIFFERENT" if found else "same"
                print(f"{name:<28} {verdict:<10} source: {describe(from_source)}; pyc: {describe(from_pyc)}",
                      *found, sep="\n    ", flush=True)
                if found:
                    bad.append(name)
                tests += from_pyc.get("run", 0)
    same = len(options.modules) - len(bad)
    print(f"{compiled} modules compiled by minipy; {same} of {len(options.modules)} test modules with the same "
          f"results from source and from .pyc, {tests:,} tests")
    return 1 if bad or (options.modules is MODULES and same < LEAST) else 0


if __name__ == "__main__":
    sys.exit(main())
