"""%-formatting: too few and too many arguments, mappings, stars, wrong types, flags, bytes, and odd operands
(flags)."""
from _percent_errors import show_cases

CASES = [
    ("%s", {"a": 1}), ("%s%s", {"a": 1}), ("%(a)s %s", {"a": 1}), ("%*d", (5, 3)), ("%-*d|", (5, 3)),
    ("%*d", (-5, 3)), ("%.*f", (2, 3.14159)), ("%.*f", (-2, 3.14159)), ("%*d", ("5", 3)), ("%.*d", (2.0, 3)),
    ("%*d", (3,)), ("%(a)*d", {"a": 3}), ("%*s", (2 ** 70, 1)), ("%d", "3"), ("%d", 3.99),
    ("%d", float("inf")), ("%d", float("nan")), ("%x", 3.5), ("%o", "8"), ("%i", None), ("%u", -3),
    ("%d", 1j), ("%d", True), ("%c", 65), ("%c", "A"), ("%c", "AB"), ("%c", ""), ("%c", -1), ("%c", 0x110000),
    ("%c", 1.5), ("%c", 0x1f600), ("%5c|", "x"), ("%c", 2 ** 70),
]
show_cases(CASES)
