"""Context managers around a pipeline: a clock, a counter, a log."""
import collections
import contextlib
import logging
import sys
import time


@contextlib.contextmanager
def timed(label, clock=time.perf_counter, report=None):
    """Reports how long the block took, also if it ends by an exception."""
    start = clock()
    try:
        yield
    finally:
        (report or logging.getLogger("filepipe").info)(f"{label}: {clock() - start:.3f} s")


class Counters(collections.Counter):
    """Counts what runs past; at the end of its block it says how much that was."""

    def __init__(self, report):
        super().__init__()
        self.report = report

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        self.report(", ".join(f"{count} {name}" for name, count in self.items()) or "nothing")
        return isinstance(error, BrokenPipeError)       # whoever reads has enough: no error


@contextlib.contextmanager
def error_log(level, stream=None):
    """The log of filepipe goes to standard error for the time of the block."""
    log = logging.getLogger("filepipe")
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(logging.Formatter("%(levelname)s: %(message)s"))
    before = log.level, log.propagate
    log.addHandler(handler)
    log.setLevel(level)
    log.propagate = False
    try:
        yield log
    finally:
        log.removeHandler(handler)
        log.setLevel(before[0])
        log.propagate = before[1]
