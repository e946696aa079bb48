"""Incremental multibyte coders: every split, what waits, getstate and setstate, reset, limits."""
import codecs

text = "a\u3042\u4e9c\uff71~\n\u6f22z"
for name in ("gbk", "gb18030", "hz", "big5", "big5hkscs", "cp949", "johab", "euc_kr", "shift_jis", "cp932", "euc_jp",
             "euc_jis_2004", "shift_jisx0213", "iso2022_jp", "iso2022_jp_2", "iso2022_kr", "iso2022_jp_ext"):
    info = codecs.lookup(name)
    octets = text.encode(name, "ignore")
    whole = octets.decode(name)
    for size in (1, 2, 3, 5):
        decoder = info.incrementaldecoder()
        parts = [decoder.decode(octets[i:i + size]) for i in range(0, len(octets), size)] + [decoder.decode(b"", True)]
        assert "".join(parts) == whole, (name, size)
    encoder = info.incrementalencoder("ignore")
    print(name, octets, [encoder.encode(c) for c in text], encoder.encode("", True), encoder.getstate())


def attempt(function, *arguments):
    try:
        return ascii(function(*arguments))
    except Exception as error:
        return f"{type(error).__name__}: {ascii(str(error))}"


decoder = codecs.getincrementaldecoder("euc_jp")()
print(ascii(decoder.decode(b"\xa4\xa2\x8f\xa2")), decoder.getstate())
state = decoder.getstate()
print(attempt(decoder.decode, b"", True), decoder.getstate())
print(attempt(decoder.decode, b"\xaf"), decoder.getstate())
decoder.setstate(state)
print(attempt(decoder.decode, b" "), decoder.getstate(), decoder.reset())
for bad in (1, (), (b"",), ("", 1), (b"", 1.5), (b"123456789", 1), (b"", -1), (b"", 1 << 64), (b"", (1 << 64) - 1)):
    print(bad, attempt(decoder.setstate, bad))
print(decoder.getstate())

encoder = codecs.getincrementalencoder("shift_jisx0213")()
print(encoder.encode("\u304b"), encoder.getstate(), encoder.encode("\u309a"), encoder.encode("\xe6", True))
print(encoder.encode("\u304b"), encoder.encode("\u3042"), encoder.encode("\u304b"), encoder.reset(), encoder.encode("", True))
print(attempt(encoder.encode, "\xe6\ud800"), encoder.getstate(), attempt(encoder.encode, "\ud800"))
encoder.encode("\xe6")
saved = encoder.getstate()
print(saved, encoder.encode("\u0300"), encoder.setstate(saved), encoder.encode("a"))
for bad in ("1", -1, 1 << 136, 9, 0x80FF02, 0x8002, 4 | 0x6162_6364 << 8):
    print(bad, attempt(encoder.setstate, bad), encoder.getstate())

encoder = codecs.getincrementalencoder("iso2022_jp")()
print(encoder.encode("\u3042"), hex(encoder.getstate()), encoder.encode("a"), encoder.encode("\u3042"),
      encoder.encode("", True), hex(encoder.getstate()))
encoder.encode("\u3042")
encoder.reset()
print(encoder.encode("\u3042", final=True))
decoder = codecs.getincrementaldecoder("iso2022_jp_2")()
print(ascii(decoder.decode(b"\x1b$B$\"\x1b.A")), decoder.getstate()[0], hex(decoder.getstate()[1]))
print(ascii(decoder.decode(b"\x1bNi$")), decoder.getstate()[0], decoder.reset(), decoder.getstate()[0])

for coder in (decoder, encoder):
    print(coder.errors)
    coder.errors = "replace"
    print(coder.errors, attempt(setattr, coder, "errors", 5), attempt(delattr, coder, "errors"))
print(ascii(decoder.decode(b"\xff")), encoder.encode("\u0e01"))


class NoCodec(type(decoder).__mro__[1]):
    pass


for call in (lambda: NoCodec(), lambda: type(encoder)(5), lambda: type(encoder)("a", "b"), lambda: type(decoder)(error=1),
             lambda: type(encoder)("a\0"), lambda: type(encoder)(errors="strict").encode()):
    print(attempt(call))
