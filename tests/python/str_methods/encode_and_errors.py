"""str.encode and bytes.decode: codecs, error handlers, positions in the errors."""
text = "aé→\U0001f600"
for codec in ("utf-8", "utf-16", "utf-16-le", "utf-32-be", "utf-8-sig", "raw_unicode_escape", "unicode_escape"):
    data = text.encode(codec)
    print(codec, data, data.decode(codec) == text)
for handler in ("ignore", "replace", "xmlcharrefreplace", "backslashreplace", "namereplace"):
    print(handler, text.encode("ascii", handler), text.encode("latin-1", errors=handler))
for handler in ("ignore", "replace", "backslashreplace", "surrogateescape"):
    print(handler, ascii(b"ok\xff\xc3(\xe2\x82".decode("utf-8", handler)), ascii(b"\x80a".decode("ascii", handler)))
print(b"\xff".decode("utf-8", "surrogateescape").encode("utf-8", "surrogateescape"),
      "\ud800".encode("utf-8", "surrogatepass"), ascii(b"\xed\xa0\x80".decode("utf-8", "surrogatepass")))
for call in (lambda: text.encode("ascii"), lambda: text.encode("latin-1"), lambda: "\ud800".encode(),
             lambda: b"\xff".decode(), lambda: b"ab\xe2\x82".decode(), lambda: b"\xc0\x80".decode("utf-8"),
             lambda: b"a".decode("utf-16"), lambda: b"\xf4\x90\x80\x80".decode(), lambda: "a".encode("nonsense"),
             lambda: text.encode("ascii", "nonsense"), lambda: "a".encode(1), lambda: b"a".decode("ascii", 2),
             lambda: b"\x80".decode("ascii"), lambda: "a".encode("a\0b")):
    try:
        print(call())
    except (UnicodeError, LookupError, TypeError, ValueError) as error:
        print(type(error).__name__, ascii(str(error)))
try:
    "abcéé".encode("ascii")
except UnicodeEncodeError as error:
    print(error.encoding, error.object, error.start, error.end, error.reason)
