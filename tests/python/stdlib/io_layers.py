"""io: BytesIO and StringIO positions, BufferedReader over odd raws, TextIOWrapper newline modes, base classes, closed errors."""
import io


def attempt(function, *arguments):
    try:
        return function(*arguments)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


b = io.BytesIO(b"line one\nline two\nrest")
print(b.read(4), b.readline(), b.tell(), b.read1(3), b.readlines(), b.read(), b.seek(-4, 2), b.peek(1) if hasattr(b, "peek") else "no peek", b.read(), b.seek(100), b.write(b"!"), len(b.getvalue()), b.truncate(3), b.getvalue(), b.tell())
view = b.getbuffer()
print(attempt(b.write, b"x" * 200), attempt(b.truncate, 0), attempt(b.close), bytes(view))
view[0:1] = b"L"
del view
print(b.getvalue(), attempt(b.seek, -1), attempt(b.seek, 0, 9), attempt(b.seek, 1.5), attempt(b.write, "text"), attempt(b.write, 5), attempt(io.BytesIO, "x"), b.readinto(bytearray(2)), attempt(b.readinto, b"ro"), b.readable(), b.seekable(), b.isatty(), attempt(b.fileno), attempt(b.truncate, -1), attempt(b.writelines, [b"a", "b"]))
b.close()
print(attempt(b.read), attempt(b.getvalue), attempt(lambda: b.closed), attempt(b.__enter__), attempt(next, b))
s = io.StringIO("a\r\nb\rc\nd", newline=None)
print(s.readlines(), s.getvalue(), io.StringIO("a\r\nb", newline="").readlines(), io.StringIO("a\nb", newline="\r\n").getvalue(), attempt(io.StringIO, 5), attempt(io.StringIO, "x", "bad"), attempt(s.write, b"x"), s.seek(0), s.read(2), s.tell(), attempt(s.seek, 1, 1), s.seek(0, 1), s.truncate(1), s.getvalue(), s.newlines, s.encoding, s.line_buffering)


class Raw(io.RawIOBase):
    def __init__(self, *chunks):
        self.chunks = list(chunks)

    def readable(self):
        return True

    def readinto(self, buffer):
        if not self.chunks:
            return 0
        chunk = self.chunks.pop(0)
        if isinstance(chunk, Exception):
            raise chunk
        if chunk is None or isinstance(chunk, (int, str)):
            return chunk
        buffer[:len(chunk)] = chunk
        return len(chunk)


for chunks in ((b"abc", b"de"), (b"ab", None, b"c"), (None,), (ValueError("raw failed"),), (-1,), (99999999,), (b"one\ntwo", b"\nthree")):
    r = io.BufferedReader(Raw(*chunks), 16)
    print(chunks, attempt(r.peek), attempt(r.read, 2), attempt(r.readline), attempt(r.read), chunks[0] not in (-1, 99999999) and (attempt(Raw(*chunks).read, 2), attempt(Raw(*chunks).readall)))


class WriteRaw(io.RawIOBase):
    def __init__(self, *results):
        self.results, self.got = list(results), []

    def writable(self):
        return True

    def write(self, data):
        self.got.append(bytes(data))
        return self.results.pop(0) if self.results else len(data)


for results in ((), (1, 1), (-5,), (999,)):
    raw = WriteRaw(*results)
    w = io.BufferedWriter(raw, 4)
    print(results, attempt(w.write, b"ab"), attempt(w.write, b"cdefgh"), attempt(w.flush), raw.got)
    raw.results.clear()
t = io.TextIOWrapper(io.BytesIO("é\r\nß\n".encode("latin-1")), encoding="latin-1", newline="")
print(t.readline(), t.read(1), t.newlines, attempt(t.seek, 1, 1), t.seek(0), list(t), attempt(t.write, 5), t.errors, t.buffer.tell(), attempt(io.TextIOWrapper, 5), attempt(io.TextIOWrapper, io.BytesIO(), "nope"), attempt(io.TextIOWrapper, io.BytesIO(), "hex"), t.detach().read(), attempt(t.read))
w = io.TextIOWrapper(io.BytesIO(), "utf-8", newline="\r\n", write_through=True)
print(w.write("a\nb"), w.buffer.getvalue(), attempt(w.read), w.reconfigure(newline="\n"), w.write("\n"), w.buffer.getvalue(), hasattr(io.IOBase(), "read"), attempt(io.IOBase().fileno), attempt(io.RawIOBase().read, 0), attempt(io.BufferedIOBase().read), attempt(io.TextIOBase().read), io.IOBase().closed, attempt(io.BufferedRWPair, Raw(), WriteRaw()), attempt(io.BufferedReader, 5), attempt(io.BufferedReader, Raw(), 0), io.UnsupportedOperation.__bases__)
