# utf_16_ex_decode and utf_32_ex_decode, and the incremental decoders that stand on them.
import codecs

samples = ["a\u20ac\U0001f40d".encode(name) for name in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le",
                                                         "utf-32-be")]
for name, function, width in (("16", codecs.utf_16_ex_decode, 2), ("32", codecs.utf_32_ex_decode, 4)):
    for sample in samples[:3] if width == 2 else samples[3:]:
        for order in -1, 0, 1:
            for final in False, True:
                for cut in 0, 1, 2, 3, width, width + 1, len(sample) - 1, len(sample):
                    try:
                        result = function(sample[:cut], "strict", order, final)
                    except UnicodeDecodeError as error:
                        result = error.start, error.end, error.reason
                    print(name, order, final, cut, ascii(result))
for name in "utf-16", "utf-32":
    for mark in codecs.lookup(name).encode("")[0], b"":
        decoder = codecs.getincrementaldecoder(name)()
        try:
            print(name, [decoder.decode(bytes([octet])) for octet in mark + "xy".encode(name + "-le")], decoder.getstate())
        except UnicodeError as error:
            print(type(error).__name__, error)
