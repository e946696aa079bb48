"""Argument errors: every combination of missing, extra, repeated and unknown arguments, and the wording for
one, two and many (natives)."""
import functools

from _call_errors_matrix import *

for text in (
    "map(1)", "map(len, 1)", "filter()", "iter()", "next()", "open()", "exec()", "eval()", "eval('1', 2)",
    "eval('1', {}, 2)", "compile()", "compile('1', 'f')", "hasattr(1, 2)", "setattr(1, 2)", "chr()",
    "ord('ab')", "ord(5)", "ord(b'')", "divmod(1)", "abs()", "hash()", "id()", "callable()", "format()",
    "vars(1)", "dir(1, 2)", "input(1, 2)", "__import__()", "__build_class__()", "__build_class__(1, 2)",
    "list.append()", "list.append(1, 2)", "str.upper()", "str.upper(1)", "int.__add__()", "int.__add__(1)",
    "int.__add__(1, 2, 3)", "int.__add__('a', 1)", "dict.fromkeys()", "bytes.fromhex()", "bytes.fromhex(1)",
    "(1).__add__()", "''.join()", "''.__len__(1)", "object.__init__()", "object.__new__()",
    "object.__new__(1)", "type.__call__()", "K.method.__get__()",
):
    try:
        print(text, "->", eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)
