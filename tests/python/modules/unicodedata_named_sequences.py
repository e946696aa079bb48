"""unicodedata.lookup: names of sequences and further names of characters, which the old database does not know."""
import unicodedata

NAMES = ["LATIN SMALL LETTER R WITH TILDE", "tamil syllable sai", "KEYCAP DIGIT ONE", "KATAKANA LETTER AINU P",
         "MODIFIER LETTER EXTRA-HIGH EXTRA-LOW CONTOUR TONE BAR", "DEVANAGARI SEQUENCE FOR LETTER ZA", "NULL", "NUL", "bel",
         "LATIN CAPITAL LETTER GHA", "LATIN CAPITAL LETTER OI", "SNOWMAN", "snowman ", "KEYCAP DIGIT TEN", "", "X" * 256,
         "X" * 257, "HANGUL SYLLABLE GAG", "CJK UNIFIED IDEOGRAPH-4E00", "cjk unified ideograph-3400", "VS17", "ZWJ"]


def attempt(function, *arguments):
    try:
        return ascii(function(*arguments))
    except Exception as error:
        return f"{type(error).__name__}: {str(error)[:60]}"


for name in NAMES:
    print(name[:40], attempt(unicodedata.lookup, name), attempt(unicodedata.ucd_3_2_0.lookup, name),
          attempt(eval, f'"\\N{{{name}}}"'), attempt(f"\\N{{{name}}}".encode().decode, "unicode_escape"))
print("\N{NUL}\N{LATIN CAPITAL LETTER GHA}" == "\0\u01a2", unicodedata.name("\u01a2"))
print("a\u0e33".encode("ascii", "namereplace"))
