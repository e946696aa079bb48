"""argparse: help, usage, errors and exit codes, sub-commands, types, choices."""
import argparse
import contextlib
import io

parser = argparse.ArgumentParser(prog="tool", description="Does things to files.", epilog="The end.")
parser.add_argument("files", nargs="+", help="what to work on")
parser.add_argument("-v", "--verbose", action="count", default=0)
parser.add_argument("-n", "--number", type=int, default=5, metavar="N", help="how many (%(default)s)")
parser.add_argument("--mode", choices=["fast", "slow"])
group = parser.add_mutually_exclusive_group()
group.add_argument("--yes", action="store_true")
group.add_argument("--no", dest="yes", action="store_false")
parser.add_argument("--pair", nargs=2, type=float)
parser.add_argument("--version", action="version", version="%(prog)s 1.0")
parser.add_argument("--flag", action=argparse.BooleanOptionalAction)
for line in ("a b", "a -vv --number=7 --mode fast", "a --pair 1 2.5 -n3", "", "a --mode x", "a -n x", "a --yes --no", "a --pair 1", "a --unknown", "-h", "--version", "a --verb", "a --no-flag", "-- -a"):
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            result = parser.parse_args(line.split())
        except SystemExit as stop:
            result = f"exit {stop.code}"
    print(f"{line!r}: {result}\n{out.getvalue()}{err.getvalue()}", end="")
sub = argparse.ArgumentParser(prog="git", exit_on_error=False)
commands = sub.add_subparsers(dest="command", required=True, title="commands")
add = commands.add_parser("add", help="adds")
add.add_argument("what")
add.set_defaults(run=len)
commands.add_parser("log", aliases=["l"]).add_argument("--count", type=int, default=1)
print(sub.parse_args(["add", "x"]).what, sub.parse_args(["l", "--count", "4"]), sub.parse_known_args(["log", "--extra"]))
sub.print_help()
try:
    sub.parse_args(["log", "--count", "x"])
except (argparse.ArgumentError, SystemExit) as error:
    print(error)
