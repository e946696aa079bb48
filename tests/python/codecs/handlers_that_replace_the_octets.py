"""Error handlers that put other octets into the exception: the decoder goes on in those."""
import codecs


def empty(error):
    error.object = b""
    return "\u4242", 0


def number(error):
    error.object = 42
    return "?", 0


def longer(error):
    error.object = b"\x00" * 8
    return "\ufffd", error.start


codecs.register_error("test.empty", empty)
codecs.register_error("test.number", number)
codecs.register_error("test.longer", longer)
BAD = [("ascii", b"a\xff"), ("utf-7", b"++"), ("utf-8", b"ab\xff"), ("utf-16", b"\xff"), ("utf-32", b"\xff"),
       ("unicode-escape", b"\\u123g"), ("raw-unicode-escape", b"\\u123g")]
for encoding, octets in BAD:
    print(encoding, ascii(octets.decode(encoding, "test.empty")))
    try:
        octets.decode(encoding, "test.number")
    except TypeError as error:
        print("TypeError:", "object attribute must be bytes" in str(error))
for encoding in ("utf-16", "utf-32"):
    print(encoding, ascii(b"\x00".decode(encoding, "test.longer")))


def next_octet(error):
    return "\ufffd", error.start + 1


codecs.register_error("test.next_octet", next_octet)
print(ascii(b"\xd8\xd8\xd8\xd8\xd8\x00\x00\x00".decode("utf-16-le", "test.next_octet")))
print(ascii(b"\x11\x11\x11\x11\x11\x00\x00\x00\x00\x00\x00".decode("utf-32-le", "test.next_octet")))
