"""The command line: options of taskrun, then tasks, each with its own arguments."""
import argparse
import difflib
import pathlib
import sys

from taskrun import arguments, execution, loader
from taskrun.context import Context
from taskrun.errors import TaskError, UsageError


def make_parser():
    parser = argparse.ArgumentParser(prog="taskrun", description="Runs the tasks of tasks.py.",
                                     epilog="taskrun TASK --help describes one task.")
    parser.add_argument("-l", "--list", action="store_true", help="list the tasks")
    parser.add_argument("-f", "--file", help="the file of the tasks (default: the nearest tasks.py)")
    parser.add_argument("-e", "--echo", action="store_true", help="show each command before it runs")
    parser.add_argument("-n", "--dry-run", action="store_true", help="show the commands, run none")
    parser.add_argument("words", nargs=argparse.REMAINDER, metavar="TASK [ARGUMENT...]", help="the tasks to run")
    return parser


def list_lines(collection):
    entries = [(arguments.usage(name, task), task) for name, task in collection.walk()]
    width = max((len(text) for text, _ in entries), default=0)
    for text, task in entries:
        also = f" (also: {', '.join(task.aliases)})" if task.aliases else ""
        yield f"{text:{width}}  {task.summary}{also}".rstrip()


def unknown(name, collection):
    near = difflib.get_close_matches(name, [known for known, _ in collection.walk()], 1)
    return UsageError(f"no task named {name!r}" + (f"; did you mean {near[0]!r}?" if near else ""))


def calls_of(words, collection):
    """The words as calls of tasks; None if they asked for help, which is printed."""
    calls = []
    while words:
        name, *words = words
        task = collection.find(name)
        if task is None:
            raise unknown(name, collection)
        if words and words[0] in ("-h", "--help"):
            print("\n".join(arguments.help_lines(name, task)))
            return None
        given, options, words = arguments.parse(name, task, words, collection.find)
        calls.append(execution.Call(name, task, given, options))
    return calls


def run(parsed):
    path = pathlib.Path(parsed.file) if parsed.file else loader.find()
    collection = loader.load(path)
    if parsed.list or not (parsed.words or collection.default):
        print("\n".join(list_lines(collection)))
        return 0
    calls = calls_of(parsed.words or [collection.default], collection)
    if calls:
        execution.execute(calls, Context(path.resolve().parent, parsed.echo, parsed.dry_run))
    return 0


def main(words=None):
    parsed = make_parser().parse_args(words)
    try:
        return run(parsed)
    except TaskError as error:
        print(f"taskrun: {error}", file=sys.stderr)
        return error.exit_code


if __name__ == "__main__":
    sys.exit(main())
