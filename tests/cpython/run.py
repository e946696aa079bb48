"""Runs modules of CPython's own test suite under CPython 3.11 and under minipy, and compares each single test.

usage: run.py MINIPY [--list] [--details] [--jobs N] [--timeout S] [--cache FILE] [--all] [MODULE...]

Prints a row for each module and their sum, with the processor time. A test is wrong if CPython passes it and minipy
does not, or if it ends differently in another way (skipped under one only). expected_failures.txt names the tests of
the language's modules that are known to be wrong, each with the reason, expected_library_failures.txt those of other
modules; exit code 1 if another one is wrong, or if one of them has become right. `--list` names all wrong tests,
`--details` adds their tracebacks, `--write` brings the lists up to date for the modules run. `--all` runs all modules
of the suite but those in LEFT_OUT. `--cache FILE` keeps CPython's outcomes from one run to the next.

Each module runs in a process of its own, in a scratch folder, with limited memory. If the process dies or does not
end, the test that was running counts as an error and a new process goes on behind it. Many tests wait for fractions
of a second; so a test that comes out wrong without being on a list is run once more by itself before that counts.
"""
import argparse
import ast
import collections
import concurrent.futures
import contextlib
import json
import os
import pathlib
import re
import resource
import signal
import subprocess
import sys
import tempfile
import threading
import unittest

HERE = pathlib.Path(__file__).resolve().parent
EXPECTED, EXPECTED_OF_LIBRARY = HERE / "expected_failures.txt", HERE / "expected_library_failures.txt"
MEMORY = 3 << 30
RESTARTS, HANGS, REPEATS = 12, 2, 25
MODULES = """
    test_grammar test_scope test_class test_descr test_generators test_coroutines test_asyncgen test_exceptions
    test_except_star test_patma test_dict test_list test_tuple test_set test_int test_long test_float test_complex
    test_unicode test_bytes test_slice test_range test_iter test_super test_property test_decorators test_with
    test_raise test_unpack_ex test_fstring test_format test_gc test_weakref test_sys_settrace test_compare
    test_richcmp test_augassign test_call test_keywordonlyarg test_metaclass test_subclassinit test_genericclass
    test_enumerate test_builtin test_sort test_re
    """.split()
LEFT_OUT = """
    test_asyncio test_bigmem test_check_c_globals test_compileall test_concurrent_futures test_crashers test_ctypes
    test_distutils test_embed test_ensurepip test_gdb test_idle test_lib2to3 test_multiprocessing_fork
    test_multiprocessing_forkserver test_multiprocessing_main_handling test_multiprocessing_spawn test_peg_generator
    test_regrtest test_tix test_tk test_tokenize test_tools test_ttk_guionly test_turtle test_unparse test_venv
    test_zipfile64
    """.split()
COLUMNS = ("run", "passed", "failed", "error", "skipped")
BAD = ("failed", "error", "unexpected success")


def prepare_child():
    """In the new process: limited memory, and Ctrl-C as on a terminal, whoever started the run."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Run:
    """What came of the tests of one module under one interpreter: outcome and text by test."""

    def __init__(self, command, module, timeout, done=()):
        """Runs the tests of the module that are not done."""
        self.outcomes, self.texts, self.seconds = {}, {}, 0.0
        with tempfile.TemporaryDirectory() as folder:
            report, done_file = pathlib.Path(folder, "report"), pathlib.Path(folder, "done")
            scratch = pathlib.Path(folder, "scratch")
            scratch.mkdir()
            self.hangs = 0
            for _ in range(RESTARTS):
                done_file.write_text("\n".join([*done, *self.outcomes]))
                report.write_text("")
                problem = self.run_once([*command, str(HERE / "driver.py"), str(report), module, str(done_file)],
                                        scratch, timeout)
                if self.read(report, problem, module) or self.hangs == HANGS:
                    break

    def run_once(self, command, folder, timeout):
        """What went wrong with the process, or ""."""
        environment = {"PATH": os.environ.get("PATH", ""), "PYTHONDONTWRITEBYTECODE": "1", "LANG": "C.UTF-8",
                       "PYTHONHASHSEED": "0", "TMPDIR": str(folder), "HOME": str(folder)}
        with tempfile.TemporaryFile() as errors:
            process = subprocess.Popen(command, cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                                       stdout=subprocess.DEVNULL, stderr=errors, start_new_session=True,
                                       preexec_fn=prepare_child)
            try:
                process.wait(timeout)
            except subprocess.TimeoutExpired:
                self.hangs += 1
                return f"no end after {timeout} s"
            finally:  # and what it has left behind
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGKILL)
                process.wait()
            errors.seek(0)
            return f"exit code {process.returncode}: {errors.read().decode(errors='replace')[-2000:]}"

    def read(self, report, problem, module):
        """Takes over the outcomes; whether the module is through."""
        running = None
        lines = [ast.literal_eval(line) for line in report.read_text().splitlines()]
        for kind, *fields in lines:
            if kind == "start":
                running = fields[0]
            elif kind != "end":
                running = None
                self.note(kind, *fields)
        if lines and lines[-1][0] == "end":
            self.seconds += lines[-1][1]
            return True
        self.note("error", running or f"test.{module}", "the process died or did not end: " + problem)
        return running is None

    def note(self, outcome, test, text):
        self.outcomes[test] = outcome
        self.texts[test] = text

    def counts(self):
        counts = collections.Counter(self.outcomes.values())
        return {"run": len(self.outcomes), "passed": counts["passed"] + counts["expected failure"],
                "failed": counts["failed"] + counts["unexpected success"], "error": counts["error"],
                "skipped": counts["skipped"]}


def wrong_tests(cpython, minipy):
    """The tests that do not end as they do under CPython: (test, what happened)."""
    wrong = []
    for test, outcome in cpython.outcomes.items():
        found = minipy.outcomes.get(test, "not run")
        if found != outcome:
            wrong.append((test, f"{outcome} under CPython, {found} under minipy"))
    for test, found in minipy.outcomes.items():
        if test not in cpython.outcomes:
            wrong.append((test, f"not run under CPython, {found} under minipy"))
    return sorted(wrong)


def read_expected(path):
    """The tests of a list, with their lines: `test  # reason`."""
    lines = path.read_text().splitlines() if path.exists() else []
    return {line.split("#")[0].strip(): line for line in lines if line and not line.startswith("#")}


def belongs_to(test, module):
    return re.search(rf"\btest\.{re.escape(module)}(?![\w])", test) is not None


class Cache:
    """CPython's outcomes by module, kept in a file if there is one."""

    def __init__(self, path):
        self.path, self.lock = path, threading.Lock()
        self.outcomes = json.loads(path.read_text()) if path and path.exists() else {}

    def run(self, module, timeout):
        kept = self.outcomes.get(module)
        if kept is not None:
            run = Run.__new__(Run)
            run.outcomes, run.texts, run.seconds = kept["outcomes"], {}, kept["seconds"]
            return run
        run = Run([sys.executable], module, timeout)
        with self.lock:
            self.outcomes[module] = {"outcomes": run.outcomes, "seconds": run.seconds}
            if self.path:
                self.path.write_text(json.dumps(self.outcomes))
        return run


def all_modules():
    folder = pathlib.Path(unittest.__file__).parent.parent / "test"
    names = sorted(path.stem for path in folder.glob("test_*") if path.suffix in ("", ".py"))
    return [name for name in names if name not in LEFT_OUT]


class Table:
    """The printed rows, and what they add up to."""

    def __init__(self, options):
        self.options = options
        self.expected = {**read_expected(EXPECTED), **read_expected(EXPECTED_OF_LIBRARY)}
        self.bad, self.wrong = 0, {}
        self.total = {side: collections.Counter() for side in ("CPython", "minipy")}
        self.modules, self.green, self.seconds = 0, 0, [0, 0]
        print(f"{'':<26}{'CPython: ' + ' '.join(COLUMNS):^42}{'minipy: ' + ' '.join(COLUMNS):^42}  wrong  seconds")

    def add(self, module, oracle, ours):
        wrong = dict(wrong_tests(oracle, ours))
        self.wrong.update(wrong)
        numbers = ""
        for side, run in (("CPython", oracle), ("minipy", ours)):
            self.total[side].update(run.counts())
            numbers += "  " + "".join(f"{run.counts()[column]:>8}" for column in COLUMNS)
        self.modules += 1
        self.green += not any(ours.outcomes.get(test) in BAD for test in wrong)
        self.seconds = [sum(pair) for pair in zip(self.seconds, (oracle.seconds, ours.seconds))]
        print(f"{module:<26}{numbers}{len(wrong):>7}{oracle.seconds:>6.1f}{ours.seconds:>6.1f}", flush=True)
        self.name_wrong(module, wrong, ours)

    def name_wrong(self, module, wrong, ours):
        for test, what in wrong.items():
            known = test in self.expected
            self.bad += not known
            if self.options.list or self.options.details or not known:
                print(f"    {'known' if known else 'WRONG'} {test}: {what}")
            if self.options.details:
                print("        " + ours.texts.get(test, "").replace("\n", "\n        "), flush=True)
        for test in sorted(self.expected.keys() - wrong.keys()):
            if belongs_to(test, module):
                self.bad += 1
                print(f"    RIGHT now, to be taken off expected_failures.txt: {test}")

    def close(self):
        sums = ["".join(f"{self.total[side][column]:>8}" for column in COLUMNS) for side in self.total]
        print(f"{'sum':<28}" + "  ".join(sums) + f"{len(self.wrong):>7}{self.seconds[0]:>6.0f}{self.seconds[1]:>6.0f}")
        share = self.total["minipy"]["passed"] / max(self.total["CPython"]["passed"], 1)
        print(f"{self.green} of {self.modules} modules without a failure or error that CPython does not have")
        print(f"minipy passes {share:.1%} of what CPython passes")


def write_expected(path, modules, wrong):
    """Takes tests of the modules that are right now off the list and puts new wrong ones on it."""
    if not modules:
        return
    listed = read_expected(path)
    lines = {test: line for test, line in listed.items()
             if test in wrong or not any(belongs_to(test, module) for module in modules)}
    for test in wrong:
        if any(belongs_to(test, module) for module in modules):
            lines.setdefault(test, test)
    head = [line for line in path.read_text().splitlines() if line.startswith("#")] if path.exists() else []
    path.write_text("\n".join(head + [lines[test] for test in sorted(lines)]) + "\n")


def repeat_wrong(module, oracle, ours, commands, timeout, known):
    """Gives each test that is wrong without being known a second try under both interpreters."""
    again = [test for test, _ in wrong_tests(oracle, ours) if test not in known]
    if not 0 < len(again) <= REPEATS:
        return
    for run, command in zip((oracle, ours), commands):
        others = [test for test in run.outcomes if test not in again]
        second = Run(command, module, timeout, others)
        for test in again:
            if test in second.outcomes:
                run.note(second.outcomes[test], test, second.texts[test])
        run.seconds += second.seconds


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("minipy")
    parser.add_argument("modules", nargs="*", default=MODULES)
    parser.add_argument("--all", action="store_true", help="all modules of the suite but the slowest")
    parser.add_argument("--list", action="store_true", help="name the wrong tests")
    parser.add_argument("--details", action="store_true", help="and show their tracebacks")
    parser.add_argument("--write", action="store_true", help="write the wrong tests to expected_failures.txt")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--timeout", type=float, default=200)
    parser.add_argument("--cache", type=pathlib.Path, help="file that keeps CPython's outcomes")
    options = parser.parse_args()
    if options.all:
        options.modules = all_modules()
    minipy = str(pathlib.Path(options.minipy).resolve())
    cache, table = Cache(options.cache), Table(options)

    def compare(module):
        oracle, ours = cache.run(module, options.timeout), Run([minipy], module, options.timeout)
        repeat_wrong(module, oracle, ours, ([sys.executable], [minipy]), options.timeout, table.expected)
        return module, oracle, ours

    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for module, oracle, ours in pool.map(compare, options.modules):
            table.add(module, oracle, ours)
    table.close()
    if options.write:
        for path, language in ((EXPECTED, True), (EXPECTED_OF_LIBRARY, False)):
            write_expected(path, [name for name in options.modules if (name in MODULES) == language], table.wrong)
    return 1 if table.bad else 0


if __name__ == "__main__":
    sys.exit(main())
