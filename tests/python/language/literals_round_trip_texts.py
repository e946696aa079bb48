"""Literals of every kind through eval, repr, ast.literal_eval and compile; what literal_eval refuses
(texts)."""
from _literals_round_trip import show_literals

LITERALS = [
    "b'a' b'b'", "'\\\n'", "'\\q'", "'\\8'", "()", "(1,)", "1, 2", "[1, [2]]", "{}", "{1: 2, 'a': [3]}",
    "{1, 2}", "{*()}", "[*[1], 2]", "-5", "+5", "--5", "~5", "1 + 2j", "1 - 2j", "-1 - 2j", "1 + 2", "2j + 1",
    "'a' + 'b'", "[1] * 2", "set()", "frozenset()", "f'x'", "f'{1}'", "not True", "1 if 1 else 2", "(1)",
    "((1, 2))", "{1: {2: {}}}", "{[]: 1}",
]
show_literals(LITERALS)
