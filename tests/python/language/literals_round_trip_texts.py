"""Literals of every kind through eval, repr, ast.literal_eval and compile; what literal_eval refuses
(texts)."""
import ast

LITERALS = [
    "b'a' b'b'", "'\\\n'", "'\\q'", "'\\8'", "()", "(1,)", "1, 2", "[1, [2]]", "{}", "{1: 2, 'a': [3]}",
    "{1, 2}", "{*()}", "[*[1], 2]", "-5", "+5", "--5", "~5", "1 + 2j", "1 - 2j", "-1 - 2j", "1 + 2", "2j + 1",
    "'a' + 'b'", "[1] * 2", "set()", "frozenset()", "f'x'", "f'{1}'", "not True", "1 if 1 else 2", "(1)",
    "((1, 2))", "{1: {2: {}}}", "{[]: 1}",
]
import warnings
warnings.simplefilter("ignore")
for text in LITERALS:
    shown = text if len(text) < 50 else text[:10] + "..."
    for function in (eval, ast.literal_eval):
        try:
            value = function(text)
            value = "function" if callable(value) else value
            print(ascii(shown), ascii(value), type(value).__name__, end=" | ")
        except Exception as error:
            print(ascii(shown), type(error).__name__, ascii(str(error))[:90], end=" | ")
    print()
