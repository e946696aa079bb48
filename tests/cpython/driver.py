"""Runs the tests of one module of CPython's suite and writes what came of each, as it happens.

usage: driver.py REPORT MODULE [DONE]

A line of REPORT is the repr of a tuple: ("start", test) when a test begins, (outcome, test, text) when it has ended,
("end", seconds of the processor) last of all. Whoever reads it knows what was running when the process died. DONE
names a file of tests, one a line, that are not to be run again. Runs under both interpreters, so it uses as little of the library as it can.
Resources beyond the plain ones (network, cpu, gui) are off, as in regrtest.
"""
import os
import sys
import traceback
import unittest


class Reporter(unittest.TestResult):
    def __init__(self, report):
        super().__init__()
        self.report = report
        self.worst = ("passed", "")
        self.started = False

    def write(self, *fields):
        self.report.write(ascii(fields) + "\n")
        self.report.flush()

    def startTest(self, test):
        super().startTest(test)
        self.worst = ("passed", "")
        self.started = True
        self.write("start", test.id())

    def stopTest(self, test):
        super().stopTest(test)
        self.started = False
        outcome, text = self.worst
        self.write(outcome, test.id(), text)

    def note(self, test, outcome, text=""):
        if self.started:
            self.worst = (outcome, text)
        else:  # setUpClass, setUpModule
            self.write(outcome, test.id(), text)

    def text(self, error):
        try:
            return "".join(traceback.format_exception(*error))[-3000:]
        except Exception as problem:
            return f"{error[0].__name__}; its traceback: {problem!r}"

    def addError(self, test, error):
        self.note(test, "error", self.text(error))

    def addFailure(self, test, error):
        self.note(test, "failed", self.text(error))

    def addSkip(self, test, reason):
        self.note(test, "skipped", reason)

    def addExpectedFailure(self, test, error):
        self.note(test, "expected failure")

    def addUnexpectedSuccess(self, test):
        self.note(test, "unexpected success")

    def addSubTest(self, test, subtest, error):
        if error is not None and self.worst[0] != "error":
            outcome = "failed" if issubclass(error[0], test.failureException) else "error"
            self.worst = (outcome, f"{subtest}\n{self.text(error)}")


def without(suite, done):
    """The suite with the tests that are not done yet."""
    kept = unittest.TestSuite()
    for test in suite:
        if isinstance(test, unittest.TestSuite):
            kept.addTest(without(test, done))
        elif test.id() not in done:
            kept.addTest(test)
    return kept


def main():
    with open(sys.argv[1], "a") as report:
        reporter = Reporter(report)
        try:
            from test import support
            support.use_resources = []
            support.verbose = False
            suite = unittest.defaultTestLoader.loadTestsFromName("test." + sys.argv[2])
            if len(sys.argv) > 3:
                with open(sys.argv[3]) as names:
                    suite = without(suite, set(names.read().split("\n")))
            suite.run(reporter)
        except unittest.SkipTest as reason:
            reporter.write("skipped", "test." + sys.argv[2], str(reason))
        except BaseException:
            reporter.write("error", "test." + sys.argv[2], reporter.text(sys.exc_info()))
        reporter.write("end", sum(os.times()[:4]))


if __name__ == "__main__":
    main()
