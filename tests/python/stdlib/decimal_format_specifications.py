"""Decimal.__format__: every part of a specification, rounding by the context, the dictionary in place of a locale."""

import itertools
from decimal import *


def show(value, spec, *more):
    try:
        print(ascii(spec), *map(ascii, more), repr(value.__format__(spec, *more)))
    except (ValueError, TypeError) as error:
        print(ascii(spec), *map(ascii, more), type(error).__name__, error)


value = Decimal("-1234.5678")
for align, sign, width, tail in itertools.product(["", "<", "*^", "0=", "\u00e9>"], ["", "+", " "], ["", "14", "017"],
                                                  ["", ",.1f", ".3e", ".2G", ".1%"]):
    show(value, align + sign + width + tail)
for spec in ("\0<12", "\0", "z", ".0f", "z.0f", "+z.0f", "z.0F", "zz", "00.2f", "_", "#", "5,.2", ",.", ".2x", "N", ",n", "e", ".0e", ".0g", "a",
             "5a", "05,", "<05", "<<<", "=", "9999999999999999999", ".99999999999999999999f", ",,", ".f", "\ud800<5"):
    show(Decimal("-0.4"), spec)
for text in ("0", "-0", "0E+5", "0E-5", "0.000001", "0.0000001", "1E+20", "123456789012345678901234567890", "Infinity", "-NaN12", "sNaN"):
    for spec in ("", "f", "e", "g", "%", ".2f", ".2e", ".2g", ",", "012", "^20", "+.1f"):
        show(Decimal(text), spec)
for rounding in (ROUND_UP, ROUND_DOWN, ROUND_HALF_EVEN, ROUND_CEILING):
    with localcontext(rounding=rounding, capitals=0):
        print(rounding, f"{Decimal('2.345'):.2f} {Decimal('-2.345'):.2f} {Decimal('9.996'):.3g} {Decimal('9.996e50'):.2e}", Decimal("1E+9"))
for override in ({}, {"decimal_point": ","}, {"thousands_sep": ".", "grouping": "\3\0"}, {"decimal_point": ""},
                 {"decimal_point": "xxxxx"}, {"grouping": "\xff"}, 5, {"thousands_sep": "\u00e9", "grouping": "\2\1"},
                 {"grouping": "\1\3\x7f", "thousands_sep": "'", "decimal_point": "\u00b7"}):
    for spec in ("n", "020f", ".2f"):
        show(Decimal("-1234567.5678"), spec, override)


class Key(str):
    """A key that is equal to all names, and changes the dictionary or the context when it is compared."""

    def __new__(cls, text, act):
        key = super().__new__(cls, text)
        key.act = act
        return key

    def __hash__(self):
        return hash("thousands_sep")

    def __eq__(self, other):
        self.act()
        return False


for spec in ("15,", "015,", "<20n", "030n", "4n"):
    for override in ({"decimal_point": "ab", "thousands_sep": ".", "grouping": "\3"}, {"decimal_point": "\u00e9\u00e9", "thousands_sep": "xy", "grouping": "\3"},
                     {"thousands_sep": "abcd", "grouping": "\2"}, {"decimal_point": "\ud800"}, {"thousands_sep": "\ud800"}, {"grouping": "\ud800"}):
        show(Decimal("-1234567.5"), spec, override)
for act in (lambda: 1 // 0, lambda: changing.clear(), lambda: setcontext(Context())):
    changing = {"decimal_point": "".join(["a", "b"])}
    changing[Key("other", act)] = 1
    changing["grouping"] = "".join(["\1", "\2"])
    try:
        print(Decimal("-1234567.5").__format__("n", changing))
    except ZeroDivisionError as error:
        print(error)
