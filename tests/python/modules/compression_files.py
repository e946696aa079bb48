"""gzip, bz2, lzma and zlib: files, appended members, truncated and corrupt data, levels, text mode, incremental objects."""
import bz2
import gzip
import io
import lzma
import os
import tempfile
import zlib


def attempt(function, *args, **kw):
    try:
        return function(*args, **kw)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


text = b"The quick brown fox. " * 50
for module in (gzip, bz2, lzma, zlib):
    packed = module.compress(text)
    print(module.__name__, len(packed) < len(text) // 4, module.decompress(packed) == text, attempt(module.decompress, b""), attempt(module.decompress, b"garbage"), attempt(module.decompress, packed[:-3]), attempt(module.decompress, packed[:10]), attempt(module.compress, "text"), attempt(module.decompress, 5), module.decompress(module.compress(b"")))
    if module is not zlib:
        print(module.decompress(packed + packed) == text * 2, attempt(module.decompress, packed + b"junk") if module is not bz2 else "")
with tempfile.TemporaryDirectory() as folder:
    for module in (gzip, bz2, lzma):
        path = os.path.join(folder, "file")
        with module.open(path, "wt", encoding="utf-8", newline="\n") as f:
            print(f.write("line é\n"), f.writable(), end=" ")
        with module.open(path, "ab") as f:
            f.writelines([b"two\n", b"three"])
        with module.open(path, "rt", encoding="utf-8") as f:
            print(f.readline(), f.readlines(), f.read())
        with module.open(path) as f:
            print(f.read(3), f.tell(), f.seek(0), f.read(), f.seek(-2, 2) if module is not gzip else f.seek(14), f.peek(2)[:2], f.readable(), f.seekable(), attempt(f.write, b"x"))
        print(attempt(f.read), attempt(module.open, path, "rw"), attempt(module.open, path, "x").partition(":")[0], attempt(module.open, path, "rt", newline="q"), attempt(module.open, 5.5), attempt(module.open, path, "rb", encoding="utf-8"), attempt(module.open, os.path.join("none", "x")))
buffer = io.BytesIO()
with gzip.GzipFile("name.txt", "wb", 9, buffer, mtime=0) as f:
    f.write(text)
print(buffer.getvalue()[:20], gzip.GzipFile(fileobj=io.BytesIO(buffer.getvalue())).read(9), attempt(gzip.GzipFile, "x", "zz", fileobj=buffer), attempt(lambda: gzip.GzipFile(fileobj=io.BytesIO(b"\x1f\x8b\x07")).read()))
bad = bytearray(buffer.getvalue())
bad[-6] ^= 1
print(attempt(gzip.decompress, bytes(bad)))
bad[-6] ^= 1
bad[-1] ^= 1
print(attempt(gzip.decompress, bytes(bad)))
for make in (bz2.BZ2Decompressor, lzma.LZMADecompressor, zlib.decompressobj):
    packed = {bz2.BZ2Decompressor: bz2, lzma.LZMADecompressor: lzma, zlib.decompressobj: zlib}[make].compress(text)
    d, out = make(), b""
    for i in range(0, len(packed), 7):
        out += d.decompress(packed[i:i + 7])
    print(out == text, d.eof, d.unused_data, attempt(d.decompress, b"more"))
    d = make()
    print(d.decompress(packed, 10), getattr(d, "needs_input", None), d.eof)
for make in (lambda: bz2.BZ2Compressor(0), lambda: bz2.BZ2Compressor(10), lambda: lzma.LZMACompressor(preset=99), lambda: lzma.LZMACompressor(format=9), lambda: lzma.LZMACompressor(check=99), lambda: lzma.LZMADecompressor(format=lzma.FORMAT_RAW), lambda: lzma.compress(b"a", format=lzma.FORMAT_RAW), lambda: lzma.compress(b"a", filters=[{"id": 99}]), lambda: zlib.compress(b"a", 99), lambda: zlib.compressobj(wbits=99), lambda: zlib.decompress(b"a", wbits=5), lambda: bz2.compress(b"a", 0), lambda: gzip.compress(b"a", 99)):
    print(attempt(make))
c = zlib.compressobj(9, zlib.DEFLATED, -15)
raw = c.compress(text) + c.flush(zlib.Z_SYNC_FLUSH) + c.copy().flush()
print(zlib.decompress(raw, -15) == text, attempt(zlib.decompress, raw), zlib.crc32(b"abc"), zlib.adler32(b"abc", 5), zlib.crc32(b"c", zlib.crc32(b"ab")), attempt(zlib.crc32, "x"), attempt(c.flush), zlib.decompressobj(zdict=b"fox").decompress(b"") , lzma.is_check_supported(lzma.CHECK_CRC64), lzma.decompress(lzma.compress(text, format=lzma.FORMAT_ALONE)) == text)
