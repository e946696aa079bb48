"""The command line: show, blocks, graph, page, stats, compare."""
import argparse
import sys

from codeview import text
from codeview.analysis import Listing, analyse
from codeview.graph import graph_lines
from codeview.page import page_lines
from codeview.target import Source, TargetError


def make_parser():
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("file", nargs="?", help="a Python file; it is compiled, not run")
    common.add_argument("-c", "--code", help="a program given as text, in place of the file")
    common.add_argument("-f", "--function", metavar="NAME", help="only this function: push, Stack.push")
    common.add_argument("-r", "--recursive", action="store_true", help="with the functions and classes inside")
    common.add_argument("-o", "--output", help="write to this file")

    parser = argparse.ArgumentParser(prog="codeview", description="Shows and explains bytecode.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    show = commands.add_parser("show", parents=[common], help="source, instructions and the stack")
    show.add_argument("-e", "--explain", action="store_true", help="say what each instruction does")
    commands.add_parser("blocks", parents=[common], help="the basic blocks")
    commands.add_parser("graph", parents=[common], help="the blocks and jumps, for Graphviz")
    commands.add_parser("page", parents=[common], help="a page of HTML")
    commands.add_parser("stats", parents=[common], help="how often each opcode occurs")
    compare = commands.add_parser("compare", parents=[common], help="two functions beside each other")
    compare.add_argument("-w", "--with", dest="other", metavar="NAME", required=True, help="the second function")
    return parser


def separated(parts):
    """The lines of all parts with an empty line between."""
    for index, lines in enumerate(parts):
        if index:
            yield ""
        yield from lines


def lines_for(arguments, source, listings):
    match arguments.command:
        case "show":
            return separated(text.listing_lines(one, source, arguments.explain) for one in listings)
        case "blocks":
            return separated(map(text.block_lines, listings))
        case "graph":
            return separated(map(graph_lines, listings))
        case "page":
            return page_lines(listings, source, arguments.file or "code")
        case "stats":
            return text.statistics_lines(listings)
        case "compare":
            return text.difference_lines(listings[0], Listing(source.find(arguments.other)))


def main(words=None):
    parser = make_parser()
    arguments = parser.parse_args(words)
    if (arguments.file is None) == (arguments.code is None):
        parser.error("give either a file or --code")
    try:
        source = Source.of_file(arguments.file) if arguments.file else Source(arguments.code, "<code>")
        code = source.find(arguments.function) if arguments.function else source.code
        output = "\n".join(lines_for(arguments, source, analyse(code, arguments.recursive))) + "\n"
        if arguments.output:
            with open(arguments.output, "w", encoding="utf-8") as file:
                file.write(output)
        else:
            sys.stdout.write(output)
    except TargetError as error:
        print(f"codeview: {error}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"codeview: {error.filename}: {error.strerror}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
