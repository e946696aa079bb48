"""Runs modules of CPython's own test suite under CPython 3.11 and under minipy, and compares each single test.

usage: run.py MINIPY [--list] [--details] [--jobs N] [--timeout S] [MODULE...]

Prints a row for each module and their sum. A test is wrong if CPython passes it and minipy does not, or if it ends
differently in another way (skipped under one only). expected_failures.txt names the tests that are known to be
wrong; exit code 1 if another one is, or if one of them has become right. `--list` names all wrong tests,
`--details` adds their tracebacks, `--write` makes the list of the modules run anew.

Each module runs in a process of its own, in a scratch folder, with limited memory. If the process dies or does not
end, the test that was running counts as an error and a new process goes on behind it.
"""
import argparse
import ast
import collections
import concurrent.futures
import os
import pathlib
import re
import resource
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
EXPECTED = HERE / "expected_failures.txt"
MEMORY = 3 << 30
RESTARTS = 12
MODULES = """
    test_grammar test_scope test_class test_descr test_generators test_coroutines test_asyncgen test_exceptions
    test_except_star test_patma test_dict test_list test_tuple test_set test_int test_long test_float test_complex
    test_unicode test_bytes test_slice test_range test_iter test_super test_property test_decorators test_with
    test_raise test_unpack_ex test_fstring test_format test_gc test_weakref test_sys_settrace test_compare
    test_richcmp test_augassign test_call test_keywordonlyarg test_metaclass test_subclassinit test_genericclass
    test_enumerate test_builtin test_sort test_re
    """.split()
COLUMNS = ("run", "passed", "failed", "error", "skipped")


class Run:
    """What came of the tests of one module under one interpreter: outcome and text by test."""

    def __init__(self, command, module, timeout):
        self.outcomes, self.texts = {}, {}
        with tempfile.TemporaryDirectory() as folder:
            report, done = pathlib.Path(folder, "report"), pathlib.Path(folder, "done")
            scratch = pathlib.Path(folder, "scratch")
            scratch.mkdir()
            for _ in range(RESTARTS):
                done.write_text("\n".join(self.outcomes))
                report.write_text("")
                problem = self.run_once([*command, str(HERE / "driver.py"), str(report), module, str(done)],
                                        scratch, timeout)
                if self.read(report, problem, module):
                    break

    @staticmethod
    def run_once(command, folder, timeout):
        """What went wrong with the process, or ""."""
        environment = {"PATH": os.environ.get("PATH", ""), "PYTHONDONTWRITEBYTECODE": "1", "LANG": "C.UTF-8",
                       "PYTHONHASHSEED": "0", "TMPDIR": str(folder), "HOME": str(folder)}
        try:
            process = subprocess.run(command, cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                                     stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=timeout,
                                     preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY)))
        except subprocess.TimeoutExpired:
            return f"no end after {timeout} s"
        return f"exit code {process.returncode}: {process.stderr.decode(errors='replace')[-2000:]}"

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
        if lines and lines[-1] == ("end",):
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


def read_expected():
    lines = (line.split("#")[0].strip() for line in EXPECTED.read_text().splitlines())
    return {line for line in lines if line}


def belongs_to(test, module):
    return re.search(rf"\btest\.{re.escape(module)}(?![\w])", test) is not None


def compare(module, minipy, timeout):
    oracle = Run([sys.executable], module, timeout)
    return module, oracle, Run([minipy], module, timeout)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("minipy")
    parser.add_argument("modules", nargs="*", default=MODULES)
    parser.add_argument("--list", action="store_true", help="name the wrong tests")
    parser.add_argument("--details", action="store_true", help="and show their tracebacks")
    parser.add_argument("--write", action="store_true", help="write the wrong tests to expected_failures.txt")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--timeout", type=float, default=200)
    options = parser.parse_args()
    minipy = str(pathlib.Path(options.minipy).resolve())

    expected, bad, all_wrong = read_expected(), 0, {}
    total = {side: collections.Counter() for side in ("CPython", "minipy")}
    print(f"{'':<22}{'CPython: ' + ' '.join(COLUMNS):^42}{'minipy: ' + ' '.join(COLUMNS):^42}  wrong")
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for module, oracle, ours in pool.map(lambda name: compare(name, minipy, options.timeout), options.modules):
            wrong = dict(wrong_tests(oracle, ours))
            all_wrong.update(wrong)
            numbers = ""
            for side, run in (("CPython", oracle), ("minipy", ours)):
                total[side].update(run.counts())
                numbers += "  " + "".join(f"{run.counts()[column]:>8}" for column in COLUMNS)
            print(f"{module:<22}{numbers}{len(wrong):>7}", flush=True)
            for test, what in wrong.items():
                known = test in expected
                bad += not known
                if options.list or options.details or not known:
                    print(f"    {'known' if known else 'WRONG'} {test}: {what}")
                if options.details:
                    print("        " + ours.texts.get(test, "").replace("\n", "\n        "))
            for test in sorted(expected - wrong.keys()):
                if belongs_to(test, module):
                    bad += 1
                    print(f"    RIGHT now, to be taken off expected_failures.txt: {test}")
    print(f"{'sum':<22}" + "".join("  " + "".join(f"{total[side][column]:>8}" for column in COLUMNS)
                                   for side in total) + f"{len(all_wrong):>7}")
    share = total["minipy"]["passed"] / max(total["CPython"]["passed"], 1)
    print(f"minipy passes {share:.1%} of what CPython passes")
    if options.write:
        kept = {test for test in expected if not any(belongs_to(test, module) for module in options.modules)}
        head = [line for line in EXPECTED.read_text().splitlines() if line.startswith("#")]
        EXPECTED.write_text("\n".join(head + sorted(kept | all_wrong.keys())) + "\n")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
