"""The command line: find, grep, count, largest, duplicates."""
import argparse
import contextlib
import logging
import re
import sys

from filepipe import filters, stages
from filepipe.contexts import Counters, error_log, timed
from filepipe.sources import files


def checked(function, kind):
    """A function that reads an argument, with the words of its ValueError as the message."""
    def convert(text):
        try:
            return function(text)
        except (ValueError, re.error) as error:
            raise argparse.ArgumentTypeError(str(error)) from None
    convert.__name__ = kind
    return convert


def expression(text):
    re.compile(text)
    return text


def count(text):
    number = int(text)
    if number < 1:
        raise ValueError("must be 1 or more")
    return number


def make_parser():
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("-i", "--include", action="append", default=[], metavar="PATTERN",
                        help="only files with such a name; may be repeated")
    common.add_argument("-x", "--exclude", action="append", default=[], metavar="PATTERN",
                        help="no file with such a part in its path; may be repeated")
    size = checked(filters.parse_size, "size")
    common.add_argument("--min-size", type=size, default=0, metavar="SIZE", help="such as 500, 4k, 1.5M")
    common.add_argument("--max-size", type=size, metavar="SIZE")
    common.add_argument("-a", "--all", action="store_true", help="hidden files and folders, too")
    common.add_argument("-v", "--verbose", action="count", default=0, help="say what happens; -vv: all of it")
    common.add_argument("-t", "--time", action="store_true", help="say how long it took")

    parser = argparse.ArgumentParser(prog="filepipe", description="Looks through files, one at a time.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(name, help):
        sub = commands.add_parser(name, parents=[common], help=help)
        sub.set_defaults(run=globals()[f"run_{name}"])
        return sub

    command("find", "the names of the files").add_argument("folders", nargs="*", default=["."])
    grep = command("grep", "the lines in which a regular expression is found")
    grep.add_argument("pattern", type=checked(expression, "expression"))
    grep.add_argument("folders", nargs="*", default=["."])
    grep.add_argument("-y", "--ignore-case", action="store_true")
    grep.add_argument("-V", "--invert", action="store_true", help="the lines in which it is not found")
    grep.add_argument("-m", "--max", type=checked(count, "count"), metavar="N", help="stop after N lines")
    command("count", "files, lines and bytes by suffix").add_argument("folders", nargs="*", default=["."])
    largest = command("largest", "the largest files")
    largest.add_argument("-n", "--number", type=checked(count, "count"), default=10, metavar="N")
    largest.add_argument("folders", nargs="*", default=["."])
    command("duplicates", "files with the same content").add_argument("folders", nargs="*", default=["."])
    return parser


def chosen(arguments, counters):
    """The pipeline that all commands begin with."""
    pipeline = files(*arguments.folders, hidden=arguments.all) | stages.counted(counters, "files seen")
    if arguments.include:
        pipeline |= filters.named(*arguments.include)
    if arguments.exclude:
        pipeline |= filters.without(*arguments.exclude)
    if arguments.min_size or arguments.max_size is not None:
        pipeline |= filters.sized(arguments.min_size, arguments.max_size)
    return pipeline | stages.counted(counters, "chosen")


def run_find(arguments, pipeline, counters):
    for entry in pipeline:
        yield entry.path


def run_grep(arguments, pipeline, counters):
    pipeline = (pipeline | filters.textual | stages.lines | stages.counted(counters, "lines read")
                | stages.matching(arguments.pattern, arguments.ignore_case, arguments.invert))
    if arguments.max:
        pipeline |= stages.head(arguments.max)
    for line in pipeline:
        yield f"{line.path}:{line.number}: {line.text}"


def run_count(arguments, pipeline, counters):
    yield f"{'suffix':10} {'files':>6} {'lines':>8} {'bytes':>10}"
    for total in pipeline | stages.totals:
        yield f"{total.suffix:10} {total.files:6} {total.lines:8} {total.bytes:10}"


def run_largest(arguments, pipeline, counters):
    for entry in pipeline | stages.largest(arguments.number):
        yield f"{entry.size:10} {entry.path}"


def run_duplicates(arguments, pipeline, counters):
    for group in pipeline | stages.duplicates:
        yield f"{group[0].size} bytes:"
        yield from (f"    {entry.path}" for entry in group)


def main(words=None):
    """Exit code 0 if something was found, 1 if nothing was, 2 on errors: as grep has it."""
    arguments = make_parser().parse_args(words)
    level = [logging.WARNING, logging.INFO][min(arguments.verbose, 1)] if arguments.verbose < 2 else logging.DEBUG
    results = 0
    with error_log(level) as log:
        if arguments.time:
            log.setLevel(min(log.level, logging.INFO))
        try:
            clock = timed(arguments.command) if arguments.time else contextlib.nullcontext()
            with clock, Counters(log.info if arguments.verbose else log.debug) as counters:
                for line in arguments.run(arguments, chosen(arguments, counters), counters):
                    results += 1
                    print(line)
        except OSError as error:
            print(f"filepipe: {error.filename}: {error.strerror}", file=sys.stderr)
            return 2
    return 0 if results else 1


if __name__ == "__main__":
    sys.exit(main())
