"""Precedence and associativity of all operators, by values and by the text that ast.unparse gives back
(arithmetic)."""
from _operators_precedence_values import show_texts

TEXTS = [
    "2 ** 3 ** 2", "(2 ** 3) ** 2", "-2 ** 2", "2 ** -1", "not 1 == 2", "not (1 == 2) and 0", "1 or 0 and 0",
    "(1 or 0) and 0", "1 + 2 << 3 - 1", "1 << 2 + 3 & 7", "6 & 3 ^ 5 | 8", "5 - 3 - 1", "5 - (3 - 1)",
    "7 // 2 * 3 % 4", "-7 // 2", "-(7 // 2)", "~1 + 2", "~(1 + 2)", "- - 3", "+-+3", "1 < 2 < 3",
    "(1 < 2) < 3", "3 > 2 == 2", "1 if 0 else 2 if 0 else 3", "(1 if 0 else 2) if 0 else 3",
    "lambda: 1 if 0 else 2", "[*range(2), 3][-1]", "not not 1", "1 in [1] == True", "(1 in [1]) == True",
]
show_texts(TEXTS)
