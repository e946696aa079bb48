"""String literals: prefixes, escapes, implicit joining, line joins, triple quotes, invalid escapes, bytes that are no ASCII."""
import warnings
print(repr("\a\b\f\n\r\t\v\\\'\"\0\1\12\123\777"), repr("\x41\u0042\U00000043\N{LATIN SMALL LETTER E WITH ACUTE}\N{snowman}"))
print(repr(r"\n\x\"'"), repr(R'\''), repr(b"\x00\xff\n\101"), repr(rb"\x00"), repr(bR"\\"), repr(Br'\d'), repr(u"u" U"U"))
print("one" 'two' """three""" r"\four" f"{5}", b"a" b'b', ("a"
      "b" # comment between
      "c"))
print("line \
joined", '''a
b''', """quotes " and "" inside""", '''\'''end''', "\
")
print(len("\N{DIGIT ONE}"), "\N{LATIN CAPITAL LETTER A}" "\N{bullet}", "tab\there", 'single "double" inside', "it's")
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    for source in (r"'\d'", r"b'\z'", r"'\8'", r"'ok\
\q'", r"f'\w{1}'", r"'\400'", r"b'\400'", "'''\n\n\\p'''"):
        value = eval(source)
        print(repr(source), repr(value), [(w.category.__name__, str(w.message), w.lineno) for w in caught])
        caught.clear()
for source in ("'", '"', "'abc", '"abc\n"', "'''abc", "b'é'", "rb'é'", "'\\x4'", "'\\u004'", "'\\U0011ffff'", "'\\N{no such name}'", "'\\N'", "'\\N{'", "b'\\x4'", "b'a' 'b'", "'a' b'b'",
               "ur'a'", "bu'a'", "fb'a'", "f'' b''", "'a' 5", "'\\xzz'", "'\\u12'", "r'\\'", "b'\\u0041' + b'\\N{x}' + ''"):
    try:
        print(source, eval(source))
    except Exception as error:
        print(repr(source), "->", type(error).__name__, getattr(error, "msg", error), getattr(error, "offset", None))
print("\ud800" == chr(0xd800), len("\ud83d\ude00"), len("\U0001F600"), ascii("\ud83d é 😀"))
print(repr("'"), repr('"'), repr("'\""), repr("\t\x7f\x80\xa0\xad\u2028\U000e0001\ufeff"), repr("é日😀"))
def doc():
    "documentation" " joined"
def nodoc():
    f"formatted"
def bytes_doc():
    b"bytes"
print(doc.__doc__, nodoc.__doc__, bytes_doc.__doc__)
