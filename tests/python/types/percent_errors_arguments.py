"""%-formatting: too few and too many arguments, mappings, stars, wrong types, flags, bytes, and odd operands
(arguments)."""
from _percent_errors import D, Mapping, show_cases

CASES = [
    ("%s", ()), ("%s", (1, 2)), ("%s %s", 1), ("%s %s", (1,)), ("%", 1), ("%z", 1), ("%é", 1), ("abc%", ()),
    ("%5", 1), ("%.", 1), ("%%", ()), ("%%", 1), ("%5%", ()), ("%-5%|", ()), ("%(a)s", {"a": 1}),
    ("%(a)s", {}), ("%(a)s", (1,)), ("%(a)s", 5), ("%(a)s", Mapping()), ("%(a", {}), ("%(a)", {"a": 1}),
    ("%(a(b)c)s", {"a(b)c": 2}), ("%()s", {"": 3}), ("%(x)s", D()), ("no", {"a": 1}), ("no", [1]), ("no", 1),
    ("no", (1,)), ("no", ""), ("no", "x"), ("no", Mapping()), ("no", b""), ("no", None),
]
show_cases(CASES)
