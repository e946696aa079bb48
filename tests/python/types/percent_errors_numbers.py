"""%-formatting: too few and too many arguments, mappings, stars, wrong types, flags, bytes, and odd operands
(numbers)."""
from _percent_errors import Both, attempt, show_cases

CASES = [
    ("%f", "1"), ("%f", 1j), ("%f", 10 ** 400), ("%e", 12345), ("%G", 1e-10), ("%#x %#o %#X %#b", 1),
    ("%#x %#o %#X", (255, 8, 255)), ("%+d % d %+ d %05d %-5d|", (1, 2, 3, 4, 5)),
    ("%05s|%-05d|%+05d|% 05d", ("a", 1, 2, 3)), ("%.3d %.0d %5.3d|%-5.3d|%+.3d", (5, 0, 5, 5, 5)),
    ("%.2s|%5.1s|%-5.1s|", ("abc", "abc", "abc")), ("%r %a %s", ("é", "é", "é")), ("%.3r", ("abcdef",)),
    ("%ld %hd %Li %lld", (1, 2, 3, 4)), ("%hhd", 1), ("%0-+ #5d|", 3), ("%#.3x", 10),
    ("%#f %#.0f %.0f", (1, 2, 3)), ("%s", Both((1,))), ("%(k)s", Both((1,))), ("%99999999999d", 1),
    ("%.99999999999d", 1), ("%s" * 3, (1, None, ...)), ("%10.4f|%-10.2e|%+g", (3.14159, 31415.9, 1e20)),
    ("%x %X %o", (-255, -255, -8)), ("%#x %08x %-8x|", (-255, -255, -255)), ("%s", "\ud800"), ("%b", 1),
    ("%(a)d", {"a": "x"}), ("%(a)5.2f|", {"a": 1}), ("%1$s", 1),
]
show_cases(CASES)
BYTES = [(b"%s", b"x"), (b"%s", "x"), (b"%b", bytearray(b"y")), (b"%b", memoryview(b"z")), (b"%s", 1),
         (b"%a", "é"), (b"%r", "é"), (b"%c", 65), (b"%c", b"A"),
         (b"%c", 256), (b"%c", "A"), (b"%c", b"AB"), (b"%d %x %o", (1, 255, 8)), (b"%d", "1"),
         (b"%(k)s", {b"k": b"v"}), (b"%(k)s", {"k": b"v"}), (b"%f", 1.5),
         (b"%5s|%-5s|%.1s", (b"ab", b"ab", b"ab")), (b"no", 1), (b"%s", ()), (b"%", 1), (b"%*d", (4, 2)),
         (b"%i %u %e", (1, 2, 3)), (bytearray(b"%d"), 5)]
for template, values in BYTES:
    print(template, "->", attempt(template, values))


class S:
    def __mod__(self, other): return "mod"
    def __rmod__(self, other): return "rmod"


print("%s" % S(), "a" % () if True else "", S() % "x", attempt(5, "x"), attempt("%s", (1, 2)))


class Str(str):
    def __rmod__(self, other): return "subclass first"


print("%s" % Str("x"), attempt("%d", S()))
