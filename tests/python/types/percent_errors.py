"""%-formatting: too few and too many arguments, mappings, stars, wrong types, flags, bytes, and odd operands."""


def attempt(template, values):
    try:
        return template % values
    except Exception as error:
        return f"{type(error).__name__}: {error}"


class Mapping:
    def __getitem__(self, key):
        return f"<{key}>"


class Both(tuple):
    def __getitem__(self, key):
        return "item" if isinstance(key, str) else tuple.__getitem__(self, key)


class D(dict):
    def __missing__(self, key):
        return "missing " + key


CASES = [("%s", ()), ("%s", (1, 2)), ("%s %s", 1), ("%s %s", (1,)), ("%", 1), ("%z", 1), ("%é", 1), ("abc%", ()), ("%5", 1), ("%.", 1), ("%%", ()), ("%%", 1),
         ("%5%", ()), ("%-5%|", ()), ("%(a)s", {"a": 1}), ("%(a)s", {}), ("%(a)s", (1,)), ("%(a)s", 5), ("%(a)s", Mapping()), ("%(a", {}), ("%(a)", {"a": 1}),
         ("%(a(b)c)s", {"a(b)c": 2}), ("%()s", {"": 3}), ("%(x)s", D()), ("no", {"a": 1}), ("no", [1]), ("no", 1), ("no", (1,)), ("no", ""), ("no", "x"),
         ("no", Mapping()), ("no", b""), ("no", None), ("%s", {"a": 1}), ("%s%s", {"a": 1}), ("%(a)s %s", {"a": 1}), ("%*d", (5, 3)), ("%-*d|", (5, 3)), ("%*d", (-5, 3)),
         ("%.*f", (2, 3.14159)), ("%.*f", (-2, 3.14159)), ("%*d", ("5", 3)), ("%.*d", (2.0, 3)), ("%*d", (3,)), ("%(a)*d", {"a": 3}), ("%*s", (2 ** 70, 1)),
         ("%d", "3"), ("%d", 3.99), ("%d", float("inf")), ("%d", float("nan")), ("%x", 3.5), ("%o", "8"), ("%i", None), ("%u", -3), ("%d", 1j), ("%d", True),
         ("%c", 65), ("%c", "A"), ("%c", "AB"), ("%c", ""), ("%c", -1), ("%c", 0x110000), ("%c", 1.5), ("%c", 0x1f600), ("%5c|", "x"), ("%c", 2 ** 70), ("%f", "1"), ("%f", 1j),
         ("%f", 10 ** 400), ("%e", 12345), ("%G", 1e-10), ("%#x %#o %#X %#b", 1), ("%#x %#o %#X", (255, 8, 255)), ("%+d % d %+ d %05d %-5d|", (1, 2, 3, 4, 5)),
         ("%05s|%-05d|%+05d|% 05d", ("a", 1, 2, 3)), ("%.3d %.0d %5.3d|%-5.3d|%+.3d", (5, 0, 5, 5, 5)), ("%.2s|%5.1s|%-5.1s|", ("abc", "abc", "abc")),
         ("%r %a %s", ("é", "é", "é")), ("%.3r", ("abcdef",)), ("%ld %hd %Li %lld", (1, 2, 3, 4)), ("%hhd", 1), ("%0-+ #5d|", 3), ("%#.3x", 10), ("%#f %#.0f %.0f", (1, 2, 3)),
         ("%s", Both((1,))), ("%(k)s", Both((1,))), ("%99999999999d", 1), ("%.99999999999d", 1), ("%s" * 3, (1, None, ...)), ("%10.4f|%-10.2e|%+g", (3.14159, 31415.9, 1e20)),
         ("%x %X %o", (-255, -255, -8)), ("%#x %08x %-8x|", (-255, -255, -255)), ("%s", "\ud800"), ("%b", 1), ("%(a)d", {"a": "x"}), ("%(a)5.2f|", {"a": 1}), ("%1$s", 1)]
for template, values in CASES:
    print(ascii(template), "->", ascii(attempt(template, values))[:100])
BYTES = [(b"%s", b"x"), (b"%s", "x"), (b"%b", bytearray(b"y")), (b"%b", memoryview(b"z")), (b"%s", 1), (b"%a", "é"), (b"%r", "é"), (b"%c", 65), (b"%c", b"A"),
         (b"%c", 256), (b"%c", "A"), (b"%c", b"AB"), (b"%d %x %o", (1, 255, 8)), (b"%d", "1"), (b"%(k)s", {b"k": b"v"}), (b"%(k)s", {"k": b"v"}), (b"%f", 1.5),
         (b"%5s|%-5s|%.1s", (b"ab", b"ab", b"ab")), (b"no", 1), (b"%s", ()), (b"%z", 1), (b"%", 1), (b"%*d", (4, 2)), (b"%i %u %e", (1, 2, 3)), (bytearray(b"%d"), 5)]
for template, values in BYTES:
    print(template, "->", attempt(template, values))
class S:
    def __mod__(self, other): return "mod"
    def __rmod__(self, other): return "rmod"
print("%s" % S(), "a" % () if True else "", S() % "x", attempt(5, "x"), attempt("%s", (1, 2)))
class Str(str):
    def __rmod__(self, other): return "subclass first"
print("%s" % Str("x"), attempt("%d", S()))
