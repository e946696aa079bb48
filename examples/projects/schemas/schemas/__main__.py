"""The command line: check a JSON file against a schema, show a schema, write it as JSON Schema."""
import argparse
import importlib
import json
import sys

from schemas import SchemaError, ValidationError, fields_of, from_json, json_schema, to_json
from schemas.checks import name_of
from schemas.fields import MISSING


def schema_named(text):
    """The class of `module:Class`."""
    module_name, _, class_name = text.partition(":")
    if not class_name:
        raise argparse.ArgumentTypeError(f"{text!r} is not of the form module:Class")
    sys.path.insert(0, "")
    try:
        cls = getattr(importlib.import_module(module_name), class_name)
        fields_of(cls)
        return cls
    except (ImportError, AttributeError, SchemaError) as error:
        raise argparse.ArgumentTypeError(str(error)) from None
    finally:
        sys.path.remove("")


def make_parser():
    parser = argparse.ArgumentParser(prog="schemas", description="Checks JSON against annotated classes.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    check = commands.add_parser("check", help="check JSON files, or standard input")
    check.add_argument("schema", type=schema_named, metavar="MODULE:CLASS")
    check.add_argument("files", nargs="*", default=["-"], metavar="FILE")
    check.add_argument("-p", "--print", action="store_true", help="print what was read, with all defaults")
    show = commands.add_parser("show", help="the fields of a schema")
    show.add_argument("schema", type=schema_named, metavar="MODULE:CLASS")
    export = commands.add_parser("export", help="the schema as JSON Schema")
    export.add_argument("schema", type=schema_named, metavar="MODULE:CLASS")
    return parser


def read(name):
    if name == "-":
        return sys.stdin.read()
    with open(name, encoding="utf-8") as file:
        return file.read()


def run_check(arguments):
    bad = False
    for name in arguments.files:
        try:
            instance = from_json(arguments.schema, read(name))
        except (OSError, UnicodeDecodeError) as error:
            bad = True
            print(f"{name}: {getattr(error, 'strerror', None) or error}", file=sys.stderr)
        except ValidationError as error:
            bad = True
            for problem in error.problems:
                print(f"{name}: {problem}", file=sys.stderr)
        else:
            print(to_json(instance, indent=2) if arguments.print else f"{name}: ok")
    return 1 if bad else 0


def run_show(arguments):
    for name, field in fields_of(arguments.schema).items():
        default = "" if field.default is MISSING else f" = {field.default!r}"
        default = f" = {field.factory.__name__}()" if field.factory else default
        guards = "; ".join(guard.message for guard in field.guards)
        print("  ".join(filter(None, (f"{name}: {name_of(field.annotation)}{default}", field.doc, guards))))
    return 0


def run_export(arguments):
    print(json.dumps(json_schema(arguments.schema), indent=2))
    return 0


def main(words=None):
    arguments = make_parser().parse_args(words)
    return globals()[f"run_{arguments.command}"](arguments)


if __name__ == "__main__":
    sys.exit(main())
