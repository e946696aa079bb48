"""Lone surrogates and characters beyond the BMP in every kind of string operation."""


def attempt(function, *args, **kw):
    try:
        return ascii(function(*args, **kw))
    except Exception as error:
        return f"{type(error).__name__}: {ascii(str(error))} {getattr(error, 'start', '')} {getattr(error, 'end', '')}"


low, high, astral, mixed = "\udc00", "\ud800", "\U0001f600", "a\ud800\U0001f600é\udfff"
pair = high + low
print(len(pair), pair == "\U00010000", len(astral), ascii(pair), ascii(mixed), len(mixed), ascii(mixed[::-1]))
for name in ("upper", "lower", "title", "capitalize", "swapcase", "casefold", "isalpha", "isprintable",
             "isidentifier", "isdecimal", "split",
             "splitlines", "isspace", "isupper", "istitle", "isascii", "expandtabs"):
    print(name, [attempt(getattr(s, name)) for s in (low, astral, mixed, "\U00010400\U00010428", "\U0001d7d8",
                                                     "ß\ud800")])
for codec in ("utf-8", "utf-16", "utf-16-le", "utf-32", "utf-32-be", "ascii", "latin-1", "cp1252", "utf-7",
              "raw_unicode_escape", "unicode_escape"):
    for errors in ("strict", "ignore", "replace", "surrogatepass", "surrogateescape", "backslashreplace",
                   "xmlcharrefreplace", "namereplace"):
        print(codec, errors, attempt(mixed.encode, codec, errors),
              attempt((astral + "\udc80").encode, codec, errors))
for raw in (b"\xed\xa0\x80", b"\xf0\x9f\x98\x80", b"\xff\xfe\x00\xd8", b"\xed\xa0\x80\xed\xb0\x80",
            b"\xf4\x90\x80\x80", b"\xc0\x80", b"\xe2\x82", b"a\x80b\xf0\x9fz"):
    for errors in ("strict", "ignore", "replace", "surrogatepass", "surrogateescape", "backslashreplace"):
        print(raw, errors, attempt(raw.decode, "utf-8", errors))
    print(attempt(raw.decode, "utf-16-le", "surrogatepass"), attempt(raw.decode, "utf-16-le"),
          attempt(raw.decode, "utf-16-be", "replace"))
print(mixed.find(astral), mixed.index("\udfff"), mixed.count(""), attempt(mixed.replace, astral, low),
      attempt(mixed.partition, astral), attempt(mixed.split, high))
print(sorted([astral, low, "z", "\uffff", high, "é"], key=ascii) and [ascii(c) for c in sorted([astral, low,
    "z", "\uffff", high, "é"])])
print(attempt(chr, 0x10ffff), attempt(chr, 0x110000), attempt(chr, -1), ord(low), attempt(ord, pair),
      hash(low) == hash("\udc00"), max(mixed) == astral)
print(attempt(mixed.translate, {0x1f600: "smile", 0xd800: None, 0x61: 0x1f601}),
      attempt(str.maketrans, astral, low), attempt("x".join, mixed), attempt(mixed.center, 9, astral))
print({astral: 1}[astral], mixed.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass") == mixed,
      attempt("%c%s" .__mod__, (0x1f600, high)), attempt("{:\U0001f600^5}".format, "a"))
print(attempt(print, low), "\U0001f600", repr(low), repr("\u2028\ue000\U000e0001\xad\u200b"),
      ascii(repr(astral)))
import unicodedata, re
print(unicodedata.name(astral), attempt(unicodedata.name, low), unicodedata.category(low),
      unicodedata.bidirectional(astral), [m.span() for m in re.finditer("[\U0001f600-\U0001f64f]", mixed)],
      re.findall("[\ud800-\udfff]", mixed) == [high, "\udfff"])
exec("\u00e9\u0301 = 1; ℘ = 2; ªº = 3; 𝔘 = 4")
print(sorted(map(ascii, (n for n in globals() if not n.isascii()))))
for text in ("\ud800 = 1", "'\ud800'", "a\u200bb = 1", "😀 = 1", "a€ = 1", "x = '\0'", "\ufeffx = 1",
             "x\u00a0= 1", "·a = 1", "a· = 1", "²=1", "x\x0c= 1"):
    print(ascii(text), attempt(exec, text, {}))
