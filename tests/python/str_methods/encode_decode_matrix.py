"""encode and decode: each handler with each codec, error attributes, partial sequences, surrogates, BOMs, custom handlers."""
import codecs
texts = ("abc", "é", "€", "😀", "\ud800", "a\udc80b")
codecs_used = ("ascii", "latin-1", "utf-8", "utf-16-le", "utf-16", "utf-32-be", "cp1252", "idna", "raw_unicode_escape", "unicode_escape")
for codec in codecs_used:
    row = []
    for text in texts:
        try:
            row.append(text.encode(codec))
        except UnicodeError as error:
            row.append(str(error))
    print(codec, row)
for handler in ("strict", "ignore", "replace", "xmlcharrefreplace", "backslashreplace", "namereplace", "surrogateescape", "surrogatepass", "unknown"):
    row = []
    for text in ("aé€b", "\udcff", "\ud800x"):
        for codec in ("ascii", "utf-8"):
            try:
                row.append(text.encode(codec, handler))
            except (UnicodeError, LookupError) as error:
                row.append(type(error).__name__)
    print(handler, row)
for data in (b"\xff", b"\xc3", b"\xc3(", b"\xe2\x82", b"\xe2\x82a", b"\xf0\x9f\x98", b"\xf0\x9f\x98\x80", b"\xed\xa0\x80", b"\xc0\x80", b"\xf5\x80\x80\x80", b"a\x80b\x81", b"\xf4\x90\x80\x80", b"\xef\xbb\xbfa"):
    row = []
    for handler in ("strict", "ignore", "replace", "backslashreplace", "surrogateescape", "surrogatepass"):
        try:
            row.append(ascii(data.decode("utf-8", handler)))
        except UnicodeDecodeError as error:
            row.append(f"{error.start}-{error.end} {error.reason}")
    print(data, *row)
for data, codec in ((b"a", "utf-16"), (b"\xff\xfea\0", "utf-16"), (b"\xfe\xff\0a", "utf-16"), (b"\0\xd8", "utf-16-le"), (b"\0\xd8a\0", "utf-16-le"), (b"abc", "utf-32"), (b"\xff\xff\x11\0", "utf-32-le"), (b"\x81", "cp1252"), (b"\\u00e9\\x", "unicode_escape"), (b"\\N{bullet}\\777", "unicode_escape"), (b"xn--caf-dma", "idna"), (b"\xef\xbb\xbfx", "utf-8-sig"), (b"x", "no-such"), (b"x", "hex"), (b"\xe9", "ascii")):
    try:
        print(data, codec, ascii(data.decode(codec)))
    except (UnicodeError, LookupError) as error:
        print(data, codec, type(error).__name__, error)


def handler(error):
    print("handler", error.encoding, error.start, error.end, ascii(error.object[error.start:error.end]))
    return "<?>" if error.start % 2 else b"[b]", error.end


codecs.register_error("custom", handler)
print("aéxé€".encode("ascii", "custom"))
for result in (("x",), "x", ("x", 99), (5, 1), None):
    codecs.register_error("bad", lambda error: result)
    try:
        print("é".encode("ascii", "bad"))
    except Exception as error:
        print(type(error).__name__, error)
codecs.register_error("jump", lambda error: ("-", error.end + 1))
print(b"\xffab\xffcd".decode("utf-8", "jump"), str(b"caf\xe9", "latin-1"), bytes("é", "utf-8"), str(b"x", errors="ignore"), "é".encode(errors="ignore", encoding="ascii"))
