"""upper, lower, title, capitalize, swapcase, casefold over special casing, final sigma, titlecase letters, ligatures, Turkish i."""
for text in ("straße", "ŉ", "ﬁn", "Σίσυφος", "ΑΣ", "ΑΣ ΑΣΒ", "ǆ ǅ Ǆ", "İi", "ıI", "ﬃ", "ᾳ ᾼ", "ὒ", "they're bill's", "hello WORLD", "ŸÿµK", "𐐨𐐀", "3d 2nd x1y", "ß", "ΐ", "ա և", "", "a\u0345b", "Å\u212b", "ͅ"):
    print(ascii(text), *(ascii(getattr(text, name)()) for name in ("upper", "lower", "title", "capitalize", "swapcase", "casefold")))
print("ß".casefold() == "SS".casefold(), "ẞ".lower(), len("ΐ".upper()), "Ω".lower() == "Ω".lower(), "ﬀ".upper())
for c in ("a", "A", "1", "²", "½", "Ⅷ", "一", " ", "\n", "\u00a0", "_", "é", "ª", "ʰ", "ǅ", "٣", "़", "\ud800", "\U0001d7ce", "", "\u200d", "ªb", "a1", "1a", "Ab", "A1", "aB"):
    print(ascii(c), "".join("1" if getattr(c, "is" + name)() else "0" for name in ("alpha", "digit", "decimal", "numeric", "alnum", "space", "upper", "lower", "title", "identifier", "printable", "ascii")))
print([c for c in map(chr, range(0x250)) if c.lower() != c and c.lower().upper() != c], sum(c.isalpha() for c in map(chr, range(0x3000))), sum(c.isspace() for c in map(chr, range(0x3100))))
print(sum(len(c.upper()) > 1 for c in map(chr, range(0x20000))), sum(c.isnumeric() and not c.isdigit() for c in map(chr, range(0x10000))), sum(c.isdigit() and not c.isdecimal() for c in map(chr, range(0x20000))), sum(c.isprintable() for c in map(chr, range(0x2000))))
print(int("٣٤٥"), int("１２"), float("٣.٥"), "٣".isdecimal(), "²".isdigit(), "x²".isidentifier(), "_".isidentifier(), "class".isidentifier(), "1x".isidentifier(), "é".isidentifier(), "℘x".isidentifier(), "a·b".isidentifier())
for bad in ("²", "½", "Ⅷ", "٣a", "1 2", "一"):
    try:
        print(int(bad))
    except ValueError as error:
        print(ascii(str(error)))
print("TITLE".title(), "a1b2".title(), "x'y z-w".title(), "ﬁ ﬂ".title(), "ŉa".capitalize(), "ǆ".capitalize(), "ΑΣ".capitalize(), "été ÎLE".swapcase(), b"abc DEF \xe9".upper(), b"hello wORLD".title(), b"aBC".capitalize(), b"aBc".swapcase())
