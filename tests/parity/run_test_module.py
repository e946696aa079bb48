"""Runs one module of CPython's test suite and prints what came of each test, as JSON.

usage: python3.11 run_test_module.py MODULE [FORBIDDEN...]

A source file in a folder FORBIDDEN that gets compiled all the same (and so did not come from a .pyc) is
reported under "compiled". Resources beyond the plain ones (network, cpu, gui) are off, as in regrtest.
"""
import importlib.machinery
import json
import sys
import unittest

compiled = []


def watch_compilation(forbidden):
    compile_source = importlib.machinery.SourceFileLoader.source_to_code

    def source_to_code(self, data, path, **options):
        if path.startswith(forbidden):
            compiled.append(path)
        return compile_source(self, data, path, **options)
    importlib.machinery.SourceFileLoader.source_to_code = source_to_code


class Recorder(unittest.TestResult):
    """Keeps the outcome of each test under its id; tests of one id are numbered."""

    def __init__(self):
        super().__init__()
        self.outcomes = {}
        self.skip_reasons = {}

    def startTest(self, test):
        super().startTest(test)
        self.record(test, "passed")

    def record(self, test, outcome):
        self.outcomes[test.id()] = outcome

    def addError(self, test, error):
        super().addError(test, error)
        self.record(test, "error")

    def addFailure(self, test, error):
        super().addFailure(test, error)
        self.record(test, "failure")

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self.record(test, "skipped")

    def addExpectedFailure(self, test, error):
        super().addExpectedFailure(test, error)
        self.record(test, "expected failure")

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self.record(test, "unexpected success")

    def addSubTest(self, test, subtest, error):
        super().addSubTest(test, subtest, error)
        if error is not None:
            self.record(test, "failure" if issubclass(error[0], test.failureException) else "error")


def main():
    name = sys.argv[1]
    if len(sys.argv) > 2:
        watch_compilation(tuple(sys.argv[2:]))
    from test import support
    support.use_resources = []
    support.verbose = False
    recorder = Recorder()
    output, sys.stdout = sys.stdout, sys.stderr
    try:
        suite = unittest.defaultTestLoader.loadTestsFromName(f"test.{name}")
        suite.run(recorder)
        skipped = ""
    except unittest.SkipTest as reason:
        skipped = str(reason)
    details = {test.id(): text for test, text in recorder.failures + recorder.errors}
    origin = getattr(importlib.import_module(f"test.{name}"), "__cached__", "")
    json.dump({"run": recorder.testsRun, "outcomes": recorder.outcomes, "skipped": skipped,
               "details": details, "compiled": compiled, "origin": origin}, output)


if __name__ == "__main__":
    main()
