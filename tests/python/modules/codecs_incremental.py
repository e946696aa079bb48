"""codecs: incremental coders over every split, stream readers, registered codecs and error handlers,
lookups, BOMs."""
import codecs
import io


def attempt(function):
    try:
        return ascii(function())
    except Exception as error:
        return f"{type(error).__name__}: {ascii(str(error))}"


text = "aé日😀\n"
for name in ("utf-8", "utf-16", "utf-16-le", "utf-32", "utf-8-sig", "utf-7", "latin-1", "shift_jis", "rot13",
             "hex", "idna", "punycode", "unicode_escape", "cp437", "ascii"):
    encoded = attempt(lambda: codecs.encode(text,
                                            name)) if name != "hex" else attempt(lambda: codecs.encode(text.encode(), name))
    print(name, encoded[:80])
for name in ("utf-8", "utf-16", "utf-32-be", "utf-8-sig", "utf-7"):
    data = text.encode(name)
    decoder, pieces = codecs.getincrementaldecoder(name)(), []
    for i in range(len(data)):
        pieces.append(decoder.decode(data[i:i + 1]))
    print(name, ascii("".join(pieces)), [len(p) for p in pieces].count(0), decoder.getstate()[0],
          attempt(lambda: decoder.decode(data[:len(data) - 1], True)))
    encoder = codecs.getincrementalencoder(name)()
    print([encoder.encode(c) for c in text[:2]], encoder.reset(), encoder.encode("a", True))
for kind in (codecs.getreader("utf-8"), codecs.getreader("utf-16")):
    raw = io.BytesIO("one\ntwo é\nthree".encode("utf-8" if kind is codecs.getreader("utf-8") else "utf-16"))
    reader = kind(raw)
    print(attempt(lambda: (reader.read(2), reader.readline(), reader.readlines(), reader.read())))
out = io.BytesIO()
writer = codecs.getwriter("utf-8")(out, "replace")
writer.writelines(["é", "\ud800"])
print(out.getvalue(), attempt(lambda: codecs.EncodedFile(io.BytesIO("é".encode()), "latin-1", "utf-8").read()))
codecs.register_error("stars", lambda e: ("*" * (e.end - e.start), e.end))
codecs.register_error("bytes", lambda e: (b"<>", e.end))
codecs.register_error("back", lambda e: ("?", -1 if e.end < 2 else e.end))
codecs.register_error("wrong", lambda e: 5)
codecs.register_error("far", lambda e: ("x", 99))
for handler in ("stars", "bytes", "back", "wrong", "far", "missing"):
    print(handler, attempt(lambda: "aéüb".encode("ascii", handler)),
          attempt(lambda: b"a\xff\xfeb".decode("ascii", handler)))
def search(name): return codecs.CodecInfo(lambda s, e="strict": (s[::-1].encode(), len(s)), lambda b,
                                          e="strict": (bytes(b).decode()[::-1], len(b)),
                                          name=name) if name == "my_codec" else None
codecs.register(search)
print("abc".encode("my-codec"), b"xyz".decode("MY_CODEC"), codecs.lookup("my codec").name,
      codecs.unregister(search), attempt(lambda: "x".encode("my-codec2")))
for action in (lambda: codecs.lookup("nope"), lambda: codecs.lookup(5), lambda: codecs.lookup("a\0b"),
               lambda: codecs.lookup_error("nope"), lambda: codecs.register(5),
               lambda: codecs.register_error("x", 5), lambda: "a".encode("rot13"), lambda: b"a".decode("hex"),
               lambda: codecs.decode(b"zz", "hex"), lambda: codecs.decode(b"6162", "hex"),
               lambda: codecs.encode(b"ab", "base64"), lambda: codecs.encode("Hello", "rot13"),
               lambda: codecs.charmap_encode("ab", "strict", {97: "x"}),
               lambda: codecs.charmap_build("abc" * 80), lambda: codecs.escape_decode(b"\\x41\\n"),
               lambda: codecs.BOM_UTF16 == codecs.BOM_UTF16_LE, lambda: codecs.strict_errors(ValueError("v")),
               lambda: codecs.ignore_errors(UnicodeError()), lambda: codecs.iterdecode([b"\xc3", b"\xa9"],
                   "utf-8").__next__(), lambda: codecs.open("/no/such")):
    print(attempt(action)[:110])
