"""Multibyte codecs: which octets an error covers, what handlers may return, positions, bytes as replacement."""
import codecs

seen = []


def attempt(function, *arguments):
    try:
        return ascii(function(*arguments))
    except Exception as error:
        return f"{type(error).__name__}: {ascii(str(error))}"


def answer(*values):
    def handler(error):
        seen.append((error.start, error.end, error.reason, error.encoding))
        return values if len(values) > 1 else values[0]
    return handler


codecs.register_error("mb.text", answer("\u3042!", 3))
codecs.register_error("mb.back", answer("x", -1))
codecs.register_error("mb.bytes", answer(b"\xff", 3))
codecs.register_error("mb.far", answer("x", 99))
codecs.register_error("mb.before", answer("x", -99))
codecs.register_error("mb.huge", answer("x", 1 << 80))
codecs.register_error("mb.float", answer("x", 1.0))
codecs.register_error("mb.none", answer(None))
codecs.register_error("mb.three", lambda error: ("x", 1, 2))
codecs.register_error("mb.unencodable", answer("\ud800", 3))

for name in ("gbk", "shift_jis", "euc_kr", "big5hkscs", "euc_jp", "gb18030", "hz", "iso2022_jp", "iso2022_kr"):
    for octets in (b"a\x80b", b"a\xffb", b"a\x81", b"ab\xa1 c", b"\x8f\xa1", b"\x1b$B!", b"\x1b$Zab", b"\x1b$B\x21\x7fz",
                   b"~{!", b"~x", b"\x84\x31\xa4\x40a", b"\xa4\xd4\xa4\xa1\xa4\xc0\xa4"):
        print(name, octets, attempt(octets.decode, name), attempt(octets.decode, name, "replace"),
              attempt(octets.decode, name, "ignore"), attempt(octets.decode, name, "surrogateescape"))
for errors in ("mb.text", "mb.back", "mb.bytes", "mb.far", "mb.before", "mb.huge", "mb.float", "mb.none", "mb.three",
               "mb.unencodable", "mb.unknown", "xmlcharrefreplace", "namereplace", "backslashreplace",
               "surrogateescape", "surrogatepass"):
    for name in ("gbk", "iso2022_jp", "euc_jis_2004"):
        print(errors, name, attempt("\u3042\u0e01\u3044z".encode, name, errors))
    if errors != "mb.back":
        print(errors, attempt(b"a\xff\xffz".decode, "gbk", errors), attempt(b"a\xffz".decode, "shift_jis", errors))
print(seen[:12], len(seen))

# One exception object serves a whole call.
errors = []
codecs.register_error("mb.keep", lambda error: (errors.append(error), ("?", error.end))[1])
print(ascii(b"\xff\xffa\xff\xff".decode("shift_jis", "mb.keep")), len(errors), len(set(map(id, errors))), errors[0].start)
errors.clear()
print("\u0e01a\u0e02".encode("gbk", "mb.keep"), len(errors), len(set(map(id, errors))), errors[-1].end)
print("\u3042\u0e01\u3042".encode("iso2022_jp", "replace"), "\u3042\ud800".encode("hz", "replace"))
