"""argparse: groups, subcommands, nargs of all kinds, types that fail, help and usage texts, errors and exit
codes."""
import argparse
import contextlib
import io
import os

os.environ["COLUMNS"] = "80"


def build():
    parser = argparse.ArgumentParser("tool", description="Does things " * 9, epilog="The end.",
                                     fromfile_prefix_chars="@")
    parser.add_argument("-v", "--verbose", action="count", default=0, help="louder (default: %(default)s)")
    parser.add_argument("--version", action="version", version="%(prog)s 1.0")
    parser.add_argument("-n", "--number", type=int, metavar="N", choices=range(5),
                        help="a number of %(choices)s")
    parser.add_argument("--flag", action=argparse.BooleanOptionalAction, default=True)
    parser.add_argument("--pair", nargs=2, type=float, metavar=("X", "Y"))
    parser.add_argument("--maybe", nargs="?", const="const", default="default")
    parser.add_argument("--many", nargs="*", action="extend", default=[])
    parser.add_argument("--append", action="append", dest="appended")
    parser.add_argument("--hidden", help=argparse.SUPPRESS)
    exclusive = parser.add_mutually_exclusive_group(required=True)
    exclusive.add_argument("--on", action="store_true")
    exclusive.add_argument("--off", action="store_const", const="OFF")
    group = parser.add_argument_group("paths", "where things are")
    group.add_argument("--path-with-a-very-long-name", help="long " * 20)
    sub = parser.add_subparsers(dest="command", title="commands", required=False)
    one = sub.add_parser("one", help="first", aliases=["uno"])
    one.add_argument("file")
    one.add_argument("rest", nargs=argparse.REMAINDER)
    two = sub.add_parser("two", help="second")
    two.add_argument("words", nargs="+", type=str.upper)
    return parser


def run(*arguments):
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            result = sorted(vars(build().parse_args(arguments)).items())
        except SystemExit as error:
            result = f"exit {error.code}"
    print(arguments, "->", result)
    print(out.getvalue() + err.getvalue(), end="")


for line in ("", "--help", "one --help", "--version", "--on", "--on --off", "--on -vvv -n 3", "--on -n 9",
             "--on -n x", "--on --pair 1 2", "--on --pair 1", "--on --pair 1 x", "--on --maybe",
             "--on --maybe=5 --no-flag",
             "--on --many a b --many c", "--on --append x --append y", "--on --unknown", "--on one",
             "--on one f --x -y z", "--on uno f", "--on two", "--on two a b", "--on three", "--on --verb",
             "--on --ver", "--on --p", "-vn2 --off", "--off=1", "--on -- one f", "--on @/no/such/file",
             "--on --number=-1", "--on -n"):
    run(*line.split())
p = argparse.ArgumentParser("p", add_help=False, argument_default=argparse.SUPPRESS, allow_abbrev=False,
                            exit_on_error=False)
p.add_argument("-x", type=int)
p.add_argument("pos", nargs="?")
print(p.parse_args([]), p.parse_known_args(["-x", "1", "--zz", "a", "b"]), p.parse_args(["-x1", "-5"]),
      p.parse_intermixed_args(["a", "-x", "2"]))
for action in (lambda: p.parse_args(["-x", "y"]), lambda: p.add_argument("-x"),
               lambda: p.add_argument("--a", "b"), lambda: p.add_argument("-y", nargs=0),
               lambda: p.add_argument("-z", action="nope"), lambda: p.add_argument("q", dest="r"),
               lambda: p.add_argument("-w", type="int"), lambda: p.add_argument("-u", required=True,
                   default=1).required, lambda: p.add_argument("pp", required=True),
                   lambda: p.add_argument("-")):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
print(argparse.Namespace(a=1, **{"b c": 2}), argparse.Namespace(a=1) == argparse.Namespace(a=1),
      "a" in argparse.Namespace(a=1))
