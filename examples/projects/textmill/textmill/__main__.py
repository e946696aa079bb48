"""The command line: list, describe, run, check."""
import argparse
import contextlib
import inspect
import json
import sys

from textmill import config, loader
from textmill.errors import TextmillError
from textmill.mill import Mill
from textmill.plugin import registry


def option_value(text):
    """name=value, where the value is JSON if it can be, else text."""
    name, equals, value = text.partition("=")
    if not equals:
        raise ValueError
    with contextlib.suppress(json.JSONDecodeError):
        return name, json.loads(value)
    return name, value


def parse_step(text):
    """number or number:start=5,width=2"""
    use, _, options = text.partition(":")
    try:
        return config.Step(use, dict(map(option_value, filter(None, options.split(",")))))
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not of the form NAME:OPTION=VALUE,...") from None


def make_parser():
    parser = argparse.ArgumentParser(prog="textmill", description="Sends text through a chain of plug-ins.")
    parser.add_argument("-p", "--plugins", action="append", default=[], metavar="FOLDER",
                        help="a folder of further plug-ins; may be repeated")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    commands.add_parser("list", help="the plug-ins there are")
    describe = commands.add_parser("describe", help="one plug-in")
    describe.add_argument("name")
    run = commands.add_parser("run", help="send a file, or standard input, through a chain")
    run.add_argument("-c", "--config", help="a .json or .py file with the chain")
    run.add_argument("-s", "--step", action="append", default=[], type=parse_step, metavar="NAME[:OPTION=VALUE,...]",
                     help="a further step; may be repeated")
    run.add_argument("file", nargs="?", default="-")
    check = commands.add_parser("check", help="see whether a chain could run")
    check.add_argument("config")
    return parser


def load_folders(folders):
    """Failures are told, and do not end the program: the chain may do without them."""
    for folder in folders:
        for loaded in loader.load_folder(folder):
            if loaded.error:
                print(f"textmill: {loaded.path}: {loaded.error}", file=sys.stderr)


def chain_of(path):
    found = config.read(path)
    load_folders(found.folders)
    return found.chain


def run_list(arguments):
    for name in registry:
        cls = registry[name]
        print(f"{name:12} {cls.summary()} [{cls.origin}]")


def run_describe(arguments):
    cls = registry[arguments.name]
    print(f"{cls.name}({cls.settings})\n{inspect.getdoc(cls) or 'no description'}\nfrom {cls.origin}")


def run_check(arguments):
    mill = Mill(chain_of(arguments.config))
    print(" -> ".join(type(one).name for one in mill.plugins) or "an empty chain")


def run_run(arguments):
    steps = (chain_of(arguments.config) if arguments.config else []) + arguments.step
    mill = Mill(steps)
    with contextlib.ExitStack() as stack:
        file = sys.stdin if arguments.file == "-" else stack.enter_context(open(arguments.file, encoding="utf-8"))
        for line in mill.run(file):
            print(line)


def main(words=None):
    arguments = make_parser().parse_args(words)
    try:
        loader.load_builtin()
        load_folders(arguments.plugins)
        globals()[f"run_{arguments.command}"](arguments)
    except TextmillError as error:
        print(f"textmill: {error}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"textmill: {error.filename}: {error.strerror}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
