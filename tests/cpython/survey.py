"""Surveys CPython's test suite: every module under CPython 3.11 and under minipy, as a table for docs/.

usage: survey.py MINIPY --keep FOLDER [--table FILE] [--write] [--again] [--jobs N] [--timeout S] [MODULE...]
       survey.py MINIPY --selection

Runs each module as run.py does and keeps what came of it in FOLDER, one file for each interpreter and module, so
that a survey can be broken off and gone on with; `--again` runs minipy anew for the modules named. `--table` writes
the table of all modules whose outcome is kept: one row for each that CPython itself passes here. `--write` brings
expected_library_failures.txt up to date (tests of the language's modules are listed in expected_failures.txt).
`--selection` runs those modules of the library that take little time. Exit code 1 if a test is wrong without being
on one of the lists, or is on a list and right.
"""
import argparse
import collections
import concurrent.futures
import fnmatch
import json
import pathlib
import sys

import run

# What needs no quarter of an hour, without the modules that run.py runs by default: about four minutes on two cores.
SELECTION = """
    test_abc test_argparse test_base64 test_bdb test_binascii test_bisect test_bool test_cmath test_cmd
    test_code_module test_codecs test_configparser test_contextlib test_copyreg test_csv
    test_defaultdict test_deque test_dictviews test_difflib test_doctest test_email test_exception_group test_extcall
    test_fcntl test_file test_filecmp test_fileinput test_fileio test_fnmatch test_fractions
    test_funcattrs test_genericalias test_getopt test_gettext test_glob test_graphlib test_gzip test_hashlib
    test_heapq test_hmac test_htmlparser test_http_cookiejar test_http_cookies test_index
    test_ipaddress test_isinstance test_json test_linecache test_locale test_mailbox test_marshal test_memoryio
    test_mimetypes test_module test_named_expressions test_netrc test_ntpath test_operator test_optparse test_os
    test_pathlib test_pickletools test_pkgutil test_platform test_posix test_posixpath test_pprint test_queue
    test_quopri test_random test_readline test_reprlib test_rlcompleter test_runpy test_sched test_select test_shlex test_shutil
    test_smtpd test_smtplib test_stat test_string test_string_literals test_strptime test_structseq test_symtable
    test_sys_setprofile test_tempfile test_textwrap test_thread test_threading_local test_time test_timeit
    test_unicodedata test_urllib test_urllib2 test_urlparse test_userdict test_userlist test_userstring
    test_weakset test_wsgiref test_yield_from test_zipapp test_zipimport test_zlib
    """.split()
# They need a network, a screen, C's compiler, another system or hours, they test CPython's C code, or what minipy
# leaves out (ctypes, ssl, tkinter).
LEFT_OUT = """
    test_bigmem test_check_c_globals test_clinic test_crashers test_cppext test_ctypes test_devpoll test_distutils
    test_embed test_ensurepip test_gdb test_idle test_kqueue test_lib2to3 test_msilib test_ossaudiodev
    test_peg_generator test_regrtest test_smtpnet test_startfile test_tcl test_tix test_tk test_tools
    test_ssl test_ttk_guionly test_turtle test_urllib2net test_urllibnet test_venv test_winconsoleio test_winreg
    test_winsound test_xmlrpc_net test_xxlimited test_xxtestfuzz test_zipfile64
    """.split()
HEAD = """# CPython's own tests

Each row is a module of CPython 3.11.2's test suite (Debian's `libpython3.11-testsuite`) that CPython passes here:
how many tests were run and what came of them, under CPython and under minipy. The tests that minipy is known to
get wrong are listed, with reasons, in `tests/cpython/expected_failures.txt` (modules of the language and its types)
and `tests/cpython/expected_library_failures.txt` (all others). The table is written by

    /usr/bin/python3.11 tests/cpython/survey.py build/test/minipy --keep FOLDER --table docs/cpython_tests.md

which takes half an hour on two cores; FOLDER keeps the outcomes, so that the command can be interrupted. Single
modules can also be run by CPython's own runner: `minipy -m test test_bool test_json -v`.
"""


class Outcome:
    """What came of a module under one interpreter, kept in a file."""

    def __init__(self, outcomes, texts, seconds):
        self.outcomes, self.texts, self.seconds = outcomes, texts, seconds

    counts = run.Run.counts

    @classmethod
    def of(cls, command, module, path, timeout, again=False):
        if again or not path.exists():
            ran = run.Run(command, module, timeout)
            path.write_text(json.dumps([ran.outcomes, ran.texts, ran.seconds]))
        return cls(*json.loads(path.read_text()))


def all_modules():
    left_out, run.LEFT_OUT = run.LEFT_OUT, []
    names = run.all_modules()
    run.LEFT_OUT = left_out
    return [name for name in names if name not in LEFT_OUT]


def is_passed(oracle):
    """Whether CPython runs something of the module here, and all of it well."""
    counts = oracle.counts()
    return counts["passed"] > 0 and counts["failed"] == counts["error"] == 0


def row(name, *runs):
    cells = [str(outcome.counts()[column]) for outcome in runs for column in run.COLUMNS]
    return f"| {name} | {' | '.join(cells)} |"


class Sum:
    """The sums of the table."""

    def __init__(self):
        self.cpython, self.minipy = collections.Counter(), collections.Counter()
        self.modules = self.clean = self.stopped = 0

    def add(self, oracle, ours):
        self.cpython.update(oracle.counts())
        self.minipy.update(ours.counts())
        self.modules += 1
        self.clean += not any(outcome in run.BAD for outcome in ours.outcomes.values()) and len(
            oracle.outcomes) == len(ours.outcomes)
        self.stopped += any("the process died or did not end" in text for text in ours.texts.values())

    def lines(self):
        share = self.minipy["passed"] / max(self.cpython["passed"], 1)
        cells = [str(side[column]) for side in (self.cpython, self.minipy) for column in run.COLUMNS]
        return [f"| **{self.modules} modules** | {' | '.join(cells)} |", "",
                f"{self.clean} of the {self.modules} modules have no failure and no error under minipy, which passes "
                f"{share:.1%} of the tests that CPython passes. Modules in which minipy crashed or hung: "
                f"{self.stopped}."]


def table(results):
    sums = Sum()
    columns = " | ".join(run.COLUMNS)
    rows = [f"| module | {columns} | {columns} |", "|---|" + "---:|" * (2 * len(run.COLUMNS))]
    for name, (oracle, ours) in results.items():
        if is_passed(oracle):
            sums.add(oracle, ours)
            rows.append(row(name, oracle, ours))
    others = [name for name, (oracle, _) in results.items() if not is_passed(oracle)]
    summary = sums.lines()
    return "\n".join([HEAD, *summary[2:], "", "The first five figures are CPython's, the others minipy's.", "", *rows,
                      summary[0], "", "Not counted, because CPython skips them as a whole or does not pass them here: "
                      + ", ".join(others) + ".", "", "Left out: " + ", ".join(LEFT_OUT) + ".", ""])


def wrong_tests(module, oracle, ours):
    """What is wrong, as run.py has it, but for tests that are only skipped in modules outside of SELECTION, where
    whole classes wait for modules that minipy has not. A module that cannot be loaded is one test."""
    wrong = dict(run.wrong_tests(oracle, ours))
    if module in SELECTION or module in run.MODULES:
        return wrong
    missing = [test for test in wrong if test not in ours.outcomes]
    if len(ours.outcomes) == 1 and missing:
        return {test: what for test, what in wrong.items() if test not in missing}
    return {test: what for test, what in wrong.items() if ours.outcomes.get(test) != "skipped"}


def is_expected(test, expected):
    return test in expected or any(fnmatch.fnmatchcase(test, entry) for entry in expected if "*" in entry)


def judge(results, expected):
    """Prints what is wrong without being expected, or expected without being wrong; how many tests that are."""
    bad = 0
    for module, (oracle, ours) in results.items():
        wrong = wrong_tests(module, oracle, ours)
        for test, what in wrong.items():
            if not is_expected(test, expected):
                bad += 1
                print(f"    WRONG {test}: {what}\n        " + ours.texts.get(test, "").replace("\n", "\n        "))
        for test in sorted(expected):
            if "*" not in test and run.belongs_to(test, module) and test not in wrong:
                bad += 1
                print(f"    RIGHT now, to be taken off the list: {test}")
    return bad


def survey(options, minipy, folder):
    def both(module):
        names = [folder / f"{module}.{side}.json" for side in ("cpython", "minipy")]
        oracle = Outcome.of([sys.executable], module, names[0], options.timeout)
        ours = Outcome.of([minipy], module, names[1], options.timeout, options.again)
        bad = sum(outcome in run.BAD for outcome in ours.outcomes.values())
        print(f"{module:<34} run {len(oracle.outcomes):>5} {len(ours.outcomes):>5}   not passed by minipy {bad:>4}",
              flush=True)
        return module, (oracle, ours)

    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        return dict(pool.map(both, options.modules))


def kept(folder):
    names = sorted(path.name.split(".")[0] for path in folder.glob("*.minipy.json"))
    return {name: tuple(Outcome(*json.loads((folder / f"{name}.{side}.json").read_text()))
                        for side in ("cpython", "minipy")) for name in names}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("minipy")
    parser.add_argument("modules", nargs="*")
    parser.add_argument("--keep", type=pathlib.Path)
    parser.add_argument("--table", type=pathlib.Path)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--again", action="store_true")
    parser.add_argument("--selection", action="store_true")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--timeout", type=float, default=200)
    options = parser.parse_intermixed_args()
    minipy = str(pathlib.Path(options.minipy).resolve())
    if options.selection:
        sys.argv[1:] = [minipy, *SELECTION]
        return run.main()
    if options.keep is None:
        parser.error("--keep FOLDER is needed")
    options.keep.mkdir(parents=True, exist_ok=True)
    options.modules = options.modules or all_modules()
    results = survey(options, minipy, options.keep)
    if options.table:
        options.table.write_text(table(kept(options.keep)))
    expected = {**run.read_expected(run.EXPECTED), **run.read_expected(run.EXPECTED_OF_LIBRARY)}
    if options.write:
        wrong = {test: what for name, pair in results.items() for test, what in wrong_tests(name, *pair).items()
                 if test in expected or not is_expected(test, expected)}
        names = [name for name in results if name not in run.MODULES and is_passed(results[name][0])]
        run.write_expected(run.EXPECTED_OF_LIBRARY, names, wrong)
    return 1 if judge({name: pair for name, pair in results.items() if is_passed(pair[0])}, expected) else 0


if __name__ == "__main__":
    sys.exit(main())
