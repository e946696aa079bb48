# zlib at once and step by step: limits, dictionaries, copies, trailing data, damaged data.
import zlib


def show(function, *arguments, **keywords):
    try:
        print(function.__name__, function(*arguments, **keywords))
    except Exception as error:
        print(function.__name__, type(error).__name__, error)


text = b"the quick brown fox " * 500
for level in (-1, 0, 1, 9):
    for wbits in (15, -15, 31, 9, -9):
        packed = zlib.compress(text, level, wbits)
        print(level, wbits, len(packed), zlib.decompress(packed, wbits, 1) == text, zlib.decompress(packed, wbits=wbits) == text)
for arguments, keywords in [((b"a", 10), {}), (("a",), {}), ((b"a",), {"wbits": 99}), ((), {})]:
    show(zlib.compress, *arguments, **keywords)
good = zlib.compress(b"abc")
for arguments, keywords in [((b"",), {}), ((b"abc",), {}), ((good[:-1],), {}), ((good + b"x",), {}), ((good,), {"bufsize": 0}), ((good,), {"bufsize": -1}),
                            ((b"a",), {"wbits": 99}), ((good[:-2] + b"xx",), {}), ((good,), {"bufsize": 2**70})]:
    show(zlib.decompress, *arguments, **keywords)
for arguments, keywords in [((10,), {}), ((), {"zdict": "a"}), ((1, 9), {}), ((), {"memLevel": 10}), ((), {"strategy": 9})]:
    show(zlib.compressobj, *arguments, **keywords)
for arguments, keywords in [((99,), {}), ((), {"zdict": 5}), ((), {"zdict": "a"})]:
    show(zlib.decompressobj, *arguments, **keywords)
compressor = zlib.compressobj(6)
pieces = [compressor.compress(text[:100]), compressor.flush(zlib.Z_SYNC_FLUSH), compressor.flush(zlib.Z_NO_FLUSH)]
twin = compressor.copy()
rest = compressor.compress(text[100:]) + compressor.flush()
twin_rest = twin.compress(b"other") + twin.flush()
print(zlib.decompress(b"".join(pieces) + rest) == text, zlib.decompress(b"".join(pieces) + twin_rest) == text[:100] + b"other")
for call, *arguments in [(compressor.flush,), (compressor.compress, b"a"), (compressor.copy,), (compressor.flush, 99), (compressor.compress, "a")]:
    show(call, *arguments)
packed = zlib.compress(b"abc" * 100)
decompressor = zlib.decompressobj()
print(decompressor.decompress(packed + b"tail", 10), decompressor.unused_data, decompressor.unconsumed_tail, decompressor.eof)
copied = decompressor.copy()
print(decompressor.flush() == b"abcabcabcabc"[1:3] + b"abc" * 96, decompressor.unused_data, decompressor.unconsumed_tail, decompressor.eof)
print(copied.decompress(copied.unconsumed_tail)[:5], copied.unused_data, copied.eof)
show(decompressor.decompress, b"more")
print(copied.decompress(b"more"), copied.unused_data)
decompressor = zlib.decompressobj()
output = b""
for octet in packed:
    output += decompressor.decompress(bytes([octet]))
print(output == b"abc" * 100, decompressor.eof, decompressor.flush())
decompressor = zlib.decompressobj()
for call, *arguments in [(decompressor.decompress, b"abc", -1), (decompressor.flush, 0), (decompressor.flush, -1), (decompressor.decompress, "a"),
                         (decompressor.decompress, b"garbage")]:
    show(call, *arguments)
with_dictionary = zlib.compressobj(zdict=b"abcabc")
packed = with_dictionary.compress(b"abcabc") + with_dictionary.flush()
print(zlib.decompressobj(zdict=bytearray(b"abcabc")).decompress(packed))
show(zlib.decompressobj(zdict=b"abc").decompress, packed)
show(zlib.decompressobj().decompress, packed)
show(zlib.decompress, packed)
raw = zlib.compressobj(wbits=-15, zdict=b"abcabc")
packed = raw.compress(b"abcabcabc") + raw.flush()
print(zlib.decompressobj(-15, zdict=b"abcabc").decompress(packed))
for arguments in [(b"a",), (b"a", -1), ("a",), (b"a", 2**70), (b"a", "x"), (text, 7)]:
    show(zlib.adler32, *arguments)
    show(zlib.crc32, *arguments)
show(type(compressor))
print(zlib.error.__mro__, zlib.__version__, zlib.ZLIB_VERSION)
print(sorted((name, value) for name, value in vars(zlib).items() if isinstance(value, int)))


def compress_together(compressor, pieces, count):
    """Threads feed one compressor; each piece is one letter, so that their order does not matter."""
    import threading

    output, order = [], threading.Lock()

    def feed():
        for _ in range(count):
            with order:
                output.append(compressor.compress(pieces))

    threads = [threading.Thread(target=feed) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    output.append(compressor.flush())
    return b"".join(output)


print(len(zlib.decompress(compress_together(zlib.compressobj(), b"a" * 50000, 20))))
for size in (0, 1, 5 * 1024, 5 * 1024 + 1, 100000):
    print(size, zlib.crc32(b"a" * size), zlib.adler32(b"a" * size), len(zlib.decompress(zlib.compress(bytes(size)), bufsize=1)))
