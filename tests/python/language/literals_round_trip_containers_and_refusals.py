"""Literals of every kind through eval, repr, ast.literal_eval and compile; what literal_eval refuses
(containers and refusals)."""
import ast
import warnings

from _literals_round_trip import *

LITERALS = [
    "{[]}", "x", "x.y", "f(1)", "lambda: 1", "1 < 2", "b'é'", "'\\x4'", "'\\u12'", "'\\N{NOPE}'", "'\\N{}'",
    "0777", "1__0", "0x", "1e", "'", "'\n'", " 1", "\t1", "\n1", "1 # c", "'\\400'", "b'\\400'",
    "99999999999999999999999", "1" * 5000, "'\\ud800'", "- 1", "-(1)", "-True", "+None", "-'a'", "1j + 1j",
    "(-1) + 1j",
]
show_literals(LITERALS)
for value in (1, -1.5, 1e300, 1e-300, "q'\"\n\\", "\x7f\xa0\xad\u2028\U000e0001", b"'\"\x00\xff",
              [1, (2,), {3: {4}}], 1 + 2j, complex(-0.0, -1), float("inf"), ..., None, True, {}, (), "é\ud800",
              10 ** 30, range(3), slice(1, 2)):
    text = repr(value)
    try:
        print(ascii(text), ast.literal_eval(text) == value)
    except Exception as error:
        print(ascii(text), type(error).__name__)
for node in (ast.Constant(5), ast.List([ast.Constant(1)]), ast.Name("x"), ast.parse("1", mode="eval"),
             ast.Expression(ast.Tuple([])), 5, None, b"1", ast.Constant([1])):
    try:
        print(ast.literal_eval(node))
    except Exception as error:
        print(type(error).__name__, str(error)[:24])
