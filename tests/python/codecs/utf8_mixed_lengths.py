"""UTF-8 both ways: runs of ASCII of every length before and behind sequences of two, three and four octets, and all
kinds of damage at every place."""
import codecs

pieces = ["\xe9", "\xff", "\u0100", "\u07ff", "\u0800", "\u65e5", "\ud7ff", "\ue000", "\ufffd", "\U00010000", "\U0010ffff"]
for piece in pieces:
    for before in (0, 1, 7, 8, 9, 31, 32, 33, 70):
        for behind in (0, 1, 7, 8, 31, 65):
            text = "a" * before + piece + "b" * behind + piece[::-1]
            octets = text.encode()
            assert octets.decode() == text and len(octets) == before + behind + 2 * len(piece.encode("utf-8")), (piece, before)
            assert octets.decode("utf-8", "replace") == text
            assert codecs.utf_8_decode(octets[:-1], "strict", False)[1] == before + behind + len(piece.encode())
print("round trips are equal")
mixed = "".join(pieces) * 60
print(len(mixed), len(mixed.encode()), mixed.encode().decode() == mixed, hash(mixed.encode().decode()) == hash(mixed))
for damaged in (b"\x80", b"\xc0\x80", b"\xc3", b"\xc3(", b"\xe0\x80\x80", b"\xe0\xa0", b"\xed\xa0\x80", b"\xef\xbf",
                b"\xf0\x80\x80\x80", b"\xf0\x9f\x98", b"\xf4\x90\x80\x80", b"\xf5\x80\x80\x80", b"\xff", b"\xe9a"):
    for prefix in (b"", b"abcdefg", b"x" * 40, "é".encode() * 5):
        for suffix in (b"", b"z", b"z" * 12):
            data = prefix + damaged + suffix
            try:
                print(data.decode())
            except UnicodeDecodeError as error:
                print(error.start - len(prefix), error.end - len(prefix), error.reason,
                      ascii(data.decode("utf-8", "replace")[-16:]), ascii(data.decode("utf-8", "surrogateescape")[-4:]))
for text in ("\ud800", "a\udfffb", "é" * 300 + "\ud834", "\U0001f600\udc80"):
    for errors in ("strict", "replace", "surrogatepass", "surrogateescape", "backslashreplace", "ignore"):
        try:
            print(errors, text.encode("utf-8", errors)[-12:])
        except UnicodeEncodeError as error:
            print(errors, ascii(error.object[error.start:error.end]), error.start, error.reason)
for spelling in ("utf-8", "UTF8", "utf_8", "U8", "latin-1", "ISO-8859-1", "l1", "ascii", "us-ascii", "646"):
    print(spelling, "abc".encode(spelling), b"abc".decode(spelling), "abc".encode(encoding=spelling, errors="strict"))
for arguments in (("utf-8\0",), ("utf-8", "strict\0"), ("nope",), ("utf-8", "nope"), ("ascii", "nope")):
    try:
        print("abc".encode(*arguments), "é".encode(*arguments))
    except (ValueError, LookupError) as error:
        print(type(error).__name__, error)
