"""re.sub with functions and limits, split with groups, finditer spans, verbose patterns, named groups, fullmatch, errors."""
import re
print(re.sub(r"(\w+) (\w+)", r"\2 \1", "one two three four"), re.sub("x*", "-", "abxd"), re.subn("a", "b", "aaa", 2), re.sub(r"(?P<n>\d)", r"<\g<n>\g<0>>", "a1b2"))
print(re.sub(r"\d+", lambda m: str(int(m[0]) * 2), "a1 b22 c333", count=2), re.split(r"([,;])\s*", "a, b;c,d", maxsplit=2), re.split("x*", "axbc"), re.split("(a)|b", "1a2b3"))
pattern = re.compile(r"""
    (?P<year>\d{4}) - (?P<month>\d\d)   # a date
    (?: - (?P<day>\d\d) )?              # day is optional
""", re.VERBOSE | re.ASCII)
for text in ("2024-05-17", "2024-05", "x2024-05", "2024-5"):
    m = pattern.match(text)
    print(text, m and (m.groupdict(), m.span("day"), m.lastgroup, m.groups("none"), m.expand(r"\g<month>/\1")))
print(pattern, pattern.groupindex, pattern.groups, pattern.flags, [m.span() for m in re.finditer(r"a|$", "banana")], re.fullmatch("a+", "aab"), re.search("(?<=b)c", "abc").span())
print(re.findall(r"(a)(b)?", "abaab"), re.findall(r"\b\w", "hi the-re"), re.findall("(?i)É", "éÉ"), re.findall("", "ab"), re.escape("a.b*[c] d-é\n"), re.match("(a)|(b)", "b").groups())
for bad in ("(", "[a", "a**", "(?P<1>a)", "(?P<a>x)(?P<a>y)", "\\", "(?<=a+)b", "(?P=x)", "a{2,1}", "[z-a]", "\\2(a)", "(?z)", "*a", "(?P<a", "\\N{nope}", "(?(2)a|b)", "x{99999999999999999999}", "a(?i)b", "[\\d-z", "(?#", "\\q"):
    try:
        re.compile(bad)
        print(bad, "compiles")
    except (re.error, OverflowError) as error:
        print(bad, "->", error, getattr(error, "pos", None))
for call in (lambda: re.sub("a", r"\2", "a"), lambda: re.sub("a", r"\g<x>", "a"), lambda: re.sub("a", "\\", "a"), lambda: re.match("a", b"a"), lambda: re.match(5, "a"), lambda: re.match("a", "a").group(1), lambda: re.match("a", "a").group("x"), lambda: re.sub("a", 5, "a"), lambda: re.compile(re.compile("a"), re.I), lambda: re.compile("a", re.A | re.U), lambda: re.match("(a)", "a")[2], lambda: re.sub("(a)|b", r"[\1]", "ab")):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
print(re.I | re.M, re.RegexFlag(0), repr(re.X), re.match("a(?P<x>b)", "ab"), re.compile("é", re.I) == re.compile("é", re.I), bool(re.match("", "")))


class Tokens:
    spec = [("NUM", r"\d+"), ("OP", r"[-+*/]"), ("SKIP", r"\s+"), ("BAD", r".")]
    scan = re.compile("|".join(f"(?P<{k}>{v})" for k, v in spec)).finditer


print([(m.lastgroup, m.group()) for m in Tokens.scan("12 + 3?") if m.lastgroup != "SKIP"])
