"""Literals of every kind through eval, repr, ast.literal_eval and compile; what literal_eval refuses
(numbers)."""
from _literals_round_trip import show_literals

LITERALS = [
    "0", "00", "1_000", "0xFF_ff", "0b1", "0o17", "1.", ".5", "1e10", "1E-5", "1_0.0_1e+1_0", "1j", "1.5J",
    "0e0j", "1e400", "-1e400", "-0.0", "True", "None", "...", "''", "'a\"b'", '"a\'b"', "'''a\nb'''",
    "'\\n\\t\\\\'", "'\\x41\\u00e9\\U0001f600'", "'\\N{BULLET}'", "'\\101\\0'", "r'\\n'", "b'\\xff\\n'",
    "rb'\\x'", "Rb''", "u'x'", "'a' 'b' \"c\"",
]
show_literals(LITERALS)
