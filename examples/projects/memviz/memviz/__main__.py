"""The command line of memviz."""
import argparse
import gc
import sys

from memviz import report
from memviz.dot import dot_lines
from memviz.graph import walk
from memviz.target import TargetError, load


def positive(text):
    number = int(text)
    if number < 0:
        raise argparse.ArgumentTypeError("must not be negative")
    return number


def make_parser():
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("expression", help="the object to look at, as Python writes it")
    common.add_argument("-f", "--file", help="a script to run first; its names can be used")
    common.add_argument("-s", "--setup", metavar="CODE", help="statements to run first")
    common.add_argument("-d", "--depth", type=positive, metavar="N", help="go N references deep (default: all)")
    common.add_argument("-l", "--limit", type=positive, default=200, metavar="N",
                        help="stop at N objects (default: %(default)s)")
    common.add_argument("-n", "--numbered", action="store_true",
                        help="number the objects in place of their addresses")
    common.add_argument("--no-atoms", action="store_true", help="leave out numbers, strings and the like")

    parser = argparse.ArgumentParser(prog="memviz", description="Shows the objects behind a Python expression.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    commands.add_parser("show", parents=[common], help="a table: id, type, size, references, value")
    graph = commands.add_parser("graph", parents=[common], help="the graph of the objects, for Graphviz")
    graph.add_argument("-o", "--output", help="write to this file")
    commands.add_parser("sizes", parents=[common], help="the memory by type")
    commands.add_parser("cycles", parents=[common], help="objects that keep each other alive")
    return parser


def lines_for(arguments, graph):
    match arguments.command:
        case "show":
            return report.object_lines(graph, arguments.numbered)
        case "sizes":
            return report.size_lines(graph)
        case "cycles":
            return report.cycle_lines(graph)
        case "graph":
            return dot_lines(graph, arguments.expression, arguments.numbered)


def main(words=None):
    arguments = make_parser().parse_args(words)
    try:
        target, namespace = load(arguments.expression, arguments.file, arguments.setup)
    except TargetError as error:
        print(f"memviz: {error}", file=sys.stderr)
        return 1
    gc.collect()
    graph = walk(target, arguments.depth, max(arguments.limit, 1), not arguments.no_atoms)
    del target      # or it would be counted as a reference
    text = "\n".join(lines_for(arguments, graph)) + "\n"
    del namespace   # its names were counted
    if output := getattr(arguments, "output", None):
        try:
            with open(output, "w", encoding="utf-8") as file:
                file.write(text)
        except OSError as error:
            print(f"memviz: {output}: {error.strerror}", file=sys.stderr)
            return 1
    else:
        sys.stdout.write(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
