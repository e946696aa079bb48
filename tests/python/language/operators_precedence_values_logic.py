"""Precedence and associativity of all operators, by values and by the text that ast.unparse gives back
(logic)."""
import ast

from _operators_precedence_values import *

TEXTS = [
    "1 - -1", "2 * -3 ** 2", "10 % 4 ** 2", "1 | 2 == 2", "(1 | 2) == 2", "True is not False",
    "not True is False", "x.real ** 2 if (x := 3) else 0", "'a' 'b' * 2", "('a' 'b') * 2", "1, 2 + 3, -4",
    "(1,) + (2,)", "4 and 5 or 6", "0 or [] or {}", "1 < 3 and 3 > 2 or 1 / 0", "3 if 1 < 2 else 1 / 0",
    "[1, 2][0] ** 2", "-1 .real", "5 .bit_length() + 1", "1if 1else 2", "0x10 + 0b1_0 - 0o7", "1e3 // 7",
    "3 @ 4", "1 <= 2 >= 2 != 3", "~-5", "-~5", "+True", "-True", "not None", "2 ** 0.5 ** 2 < 2",
]
show_texts(TEXTS)
log = []


class N:
    def __init__(self, n): self.n = n
    def __getattr__(self, name): raise AttributeError(name)


for name in "add sub mul matmul truediv floordiv mod pow lshift rshift and or xor lt le eq ne gt ge".split():
    setattr(N, f"__{name}__", lambda self, other,
            name=name: log.append(f"{self.n}{name}{other.n}") or N(f"({self.n}{name}{other.n})"))
a, b, c, d = map(N, "abcd")
for text in ("a + b * c", "a * b + c", "a ** b ** c", "a - b - c", "a | b ^ c & d", "a << b + c", "a < b < c",
             "a == b + c", "a @ b @ c", "a % b // c / d", "a & b == c"):
    print(text, eval(text).n)
print(log[:9])
