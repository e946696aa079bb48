"""Compares what minipy and CPython print for sources that CPython rejects.

    python3.11 errors_parity.py MINIPY [--stage compile] [--mutate N [--seed S]] [--verify] [--show N]

The stage says who rejects: lexer and parser, compared with `minipy --ast`, or symbol table and compiler,
compared with `minipy --dis`.

Exit code 1 below the targets: all equal in exception and position, 98 % in message. --mutate takes mutated
statements of the library instead of the table, and compares those that CPython accepts too (minipy has to).
--verify checks the short cut taken here, compiling in this process, against running the file.
"""
import argparse
import ast
import concurrent.futures
import io
import os
import re
import subprocess
import sys
import tempfile
import warnings
from dataclasses import dataclass

import error_snippets

ORACLE = sys.executable
MESSAGE_TARGET = 0.98
COMMANDS = {"parse": "--ast", "compile": "--dis"}
PARSE_ONLY = ast.PyCF_ONLY_AST


def run_oracle(path):
    """stderr of running the file; None if it got past the parser."""
    result = subprocess.run([ORACLE, "-W", "ignore", path], capture_output=True, timeout=60)
    text = result.stderr.decode("utf-8", "replace")
    return None if text.startswith("Traceback") or result.returncode == 0 else text


def oracle_text(source, path, stage):
    """What CPython prints for the file; None if it passes the stage (or fails in an earlier one)."""
    if stage == "compile":
        return compiler_text(source, path)
    try:
        compile(source, path, "exec", PARSE_ONLY, dont_inherit=True)
        return None
    except (SyntaxError, MemoryError, RecursionError, OverflowError, SystemError) as error:
        return run_oracle(path) if needs_process(source) or is_at_the_end(error, source) else printed(error)
    except ValueError:  # null bytes: a file ends there, a string is rejected
        return run_oracle(path)


def compiler_text(source, path):
    try:
        compile(source, path, "exec", PARSE_ONLY, dont_inherit=True)
    except Exception:
        return None
    try:
        compile(source, path, "exec", dont_inherit=True)
        return None
    except Exception as error:
        return printed(error)


def needs_process(source):
    """Decoding a file and decoding a string differ in errors; carriage returns in what is shown."""
    return b"coding" in source or b"\r" in source or source.startswith(b"\xef\xbb\xbf") or not is_utf8(source)


def is_at_the_end(error, source):
    """At the end of a file CPython has no column to tell; at the end of a string it has."""
    if not isinstance(error, SyntaxError) or not error.lineno or error.lineno < source.rstrip(b"\n").count(b"\n"):
        return False
    return not error.text or error.offset > len(error.text.rstrip("\n").encode())


def is_utf8(source):
    try:
        source.decode()
        return True
    except UnicodeDecodeError:
        return False


def printed(error):
    stderr, sys.stderr = sys.stderr, io.StringIO()
    try:
        sys.__excepthook__(type(error), error.with_traceback(None), None)
        return sys.stderr.getvalue()
    finally:
        sys.stderr = stderr


@dataclass
class Outcome:
    source: bytes
    expected: str | None
    actual: str

    def split(self, text):
        """Everything but the message, and the message."""
        place, _, last = text.rstrip("\n").rpartition("\n")
        name, _, message = last.partition(": ")
        return place + "\n" + name, message

    @property
    def same_text(self):
        return self.expected == self.actual

    @property
    def same_place(self):
        return self.expected is not None and self.split(self.expected)[0] == self.split(self.actual)[0]

    @property
    def same_message(self):
        return self.expected is not None and self.split(self.expected)[1] == self.split(self.actual)[1]


def minipy_text(minipy, command, path):
    """What minipy prints for the file; None if it accepts it."""
    result = subprocess.run([minipy, "-W", "ignore", command, path], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=120)
    text = result.stderr.decode("utf-8", "replace")
    if result.returncode == 0:
        return None
    return text if result.returncode == 1 else f"{text}exit code {result.returncode}"


def compare(sources, minipy, stage, keep_accepted):
    """Outcomes of the sources that CPython rejects, and with keep_accepted of those that only minipy does."""
    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor(2) as pool:
        jobs = []
        for number, source in enumerate(sources):
            path = os.path.join(folder, f"snippet{number}.py")
            with open(path, "wb") as file:
                file.write(source)
            expected = oracle_text(source, path, stage)
            if expected is not None or keep_accepted:
                jobs.append((source, expected, pool.submit(minipy_text, minipy, COMMANDS[stage], path)))
        for source, expected, job in jobs:
            actual = job.result()
            if expected is not None:
                yield Outcome(source, expected, actual or "(accepted)")
            elif actual is not None:
                yield Outcome(source, None, actual)


def verify(sources, stage):
    """Number of snippets, number for which compiling here and running the file print the same."""
    tried = equal = 0
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "snippet.py")
        for source in sources:
            with open(path, "wb") as file:
                file.write(source)
            expected = oracle_text(source, path, stage)
            if expected is None:
                continue
            tried += 1
            actual = run_oracle(path)
            equal += actual == expected
            if actual != expected:
                print(f"== {source!r}\n-- in process\n{expected}-- file\n{actual}")
    return tried, equal


def report(outcomes, show):
    rejected = [o for o in outcomes if o.expected is not None]
    texts = sum(o.same_text for o in rejected)
    places = sum(o.same_place for o in rejected)
    messages = sum(o.same_message for o in rejected)
    different = [o for o in outcomes if not o.same_text]
    for outcome in different[:show]:
        source = outcome.source.decode("utf-8", "backslashreplace")
        print(f"==== {outcome.source!r}\n{source}\n---- CPython\n{outcome.expected}---- minipy\n{outcome.actual}")
    wrongly_rejected = len(outcomes) - len(rejected)
    print(f"tried {len(rejected)}, equal in full text {texts}, same exception and position {places}, "
          f"same message {messages}, wrongly rejected {wrongly_rejected}")
    return places == len(rejected) and messages >= MESSAGE_TARGET * len(rejected) and not wrongly_rejected


def main():
    options = argparse.ArgumentParser()
    options.add_argument("minipy")
    options.add_argument("--stage", choices=COMMANDS, default="parse")
    options.add_argument("--mutate", type=int, default=0)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--verify", action="store_true")
    options.add_argument("--show", type=int, default=1000)
    arguments = options.parse_args()
    warnings.simplefilter("ignore")
    if arguments.mutate:
        sources = error_snippets.mutations(arguments.mutate, arguments.seed)
    else:
        sources = error_snippets.all_snippets()
    if arguments.verify:
        print("tried {}, equal {}".format(*verify(sources, arguments.stage)))
        return 0
    outcomes = list(compare(sources, arguments.minipy, arguments.stage, keep_accepted=bool(arguments.mutate)))
    return 0 if report(outcomes, arguments.show) else 1


if __name__ == "__main__":
    sys.exit(main())
