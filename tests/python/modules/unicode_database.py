# unicodedata: every property over a sample of characters, normal forms, the old database, refusals.
import unicodedata as u


def show(function, *arguments):
    try:
        print(getattr(function, "__name__", "?"), ascii(function(*arguments)))
    except Exception as error:
        print(getattr(function, "__name__", "?"), type(error).__name__, error)


sample = "Aaé1²½٣Ⅷ一あ가\u0301\u00a0\u2028\u200f(«ﬁｱ①㍿\u0378\ud800\ue000\ufffe\U0001F600\U0001D7D8\u05d0\u0627\u212b\u1e9e\x00\x7f\u0085"
for c in sample:
    print(ascii(c), u.category(c), u.bidirectional(c), u.combining(c), u.mirrored(c), u.decomposition(c), u.decimal(c, None), u.digit(c, None),
          u.numeric(c, None), u.name(c, None))
for c in "Aé一あ가(ｱ①\U0001F600":
    print(u.east_asian_width(c))
texts = ["", "ascii", "é", "e\u0301", "ﬁ①½", "가", "\u1100\u1161", "\u212b", "a\u0323\u0307", "a\u0307\u0323", "\U0001F600", "\u0344", "ｱ"]
for form in ("NFC", "NFD", "NFKC", "NFKD"):
    print(form, [ascii(u.normalize(form, text)) for text in texts], [u.is_normalized(form, text) for text in texts])
for name in ("LATIN SMALL LETTER A", "latin small letter a", "GRINNING FACE", "CJK UNIFIED IDEOGRAPH-4E00", "HANGUL SYLLABLE GA", "NULL", "bogus", ""):
    show(u.lookup, name)
for call, *arguments in [(u.name, "\x00"), (u.name, ""), (u.name, 1), (u.name, "ab"), (u.decimal, "a"), (u.digit, "a"), (u.numeric, "a"),
                         (u.category, "ab"), (u.category, 5), (u.normalize, "NFX", "a"), (u.normalize, "NFC", 5), (u.normalize, 5, "a"),
                         (u.is_normalized, "x", "é"), (u.UCD,)]:
    show(call, *arguments)
old = u.ucd_3_2_0
print(u.unidata_version, old.unidata_version, type(old), old.category("\U0001F600"), u.category("\U0001F600"), old.name("a"), old.normalize("NFKC", "①"))
