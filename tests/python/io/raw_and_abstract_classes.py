"""Classes derived from RawIOBase, BufferedIOBase and IOBase in Python: what the base makes of the parts it is given."""
import io


class Raw(io.RawIOBase):
    def __init__(self, chunks): self.chunks, self.written = list(chunks), []
    def readable(self): return True
    def writable(self): return True
    def readinto(self, b):
        if not self.chunks: return 0
        chunk = self.chunks.pop(0)
        if chunk is None: return None
        b[:len(chunk)] = chunk
        return len(chunk)
    def write(self, b):
        self.written.append(bytes(b))
        return len(b)


def attempt(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


r = Raw([b"ab", b"c\nd", b"ef\n"])
print(r.read(5), r.readline(), r.read(2), r.readall(), r.read())
r = io.BufferedReader(Raw([b"abc", b"de\nf", b"ghij"]), 4)
print(r.peek(1), r.read(2), r.read1(10), r.readline(), r.read(100), r.read(), attempt(lambda: r.seek(0)), attempt(r.tell))
r = io.BufferedReader(Raw([b"x", None, b"y"]))
print(r.read(1), r.read(1), r.read(1), r.raw.chunks)
raw = Raw([])
w = io.BufferedWriter(raw, 5)
print(w.write(b"123"), raw.written, w.write(b"4567"), raw.written, w.flush(), raw.written, w.write(b"abcdefghijkl"), attempt(w.read))
w.close()
print(raw.written, raw.closed, attempt(lambda: w.write(b"x")))
pair = io.BufferedRWPair(Raw([b"in"]), Raw([]))
print(pair.read(1), pair.write(b"out"), pair.readable(), pair.writable(), pair.seekable(), attempt(lambda: io.BufferedRWPair(5, 6)))
text = io.TextIOWrapper(io.BufferedReader(Raw(["zwö".encode()[:3], "zwö".encode()[3:], b"lf\n"])), "utf-8")
print(text.readline(), attempt(text.tell))


class Broken(io.RawIOBase):
    def readable(self): return True
    def readinto(self, b): return self.answer


for answer in ("x", None, 0):
    b = Broken()
    b.answer = answer
    print(answer, attempt(lambda: io.BufferedReader(b).read(3)), attempt(lambda: b.read(3)))


class Lines(io.IOBase):
    def __init__(self): self.data = list(b"one\ntwo\nthree")
    def read(self, n=-1):
        out = bytes(self.data[:n])
        del self.data[:n]
        return out


print(list(Lines()), Lines().readline(2), Lines().readlines(5), attempt(lambda: Lines().seek(0)), Lines().closed, attempt(lambda: Lines().fileno()), Lines().isatty(), attempt(lambda: Lines().truncate()))


class Closing(io.IOBase):
    def close(self): print("close called", end="; "); super().close()


with Closing() as c:
    pass
c = Closing()
del c
print()
class FailsClosing(io.RawIOBase):
    def close(self): raise OSError("close")
print(attempt(lambda: io.BufferedReader(FailsClosing())), attempt(io.IOBase().read if hasattr(io.IOBase, "read") else io.RawIOBase().read), attempt(lambda: io.BufferedIOBase().read()), attempt(lambda: io.TextIOBase().write("x")), attempt(lambda: io.BufferedReader(io.BytesIO(), 0)), attempt(lambda: io.BufferedReader(io.BytesIO(), -1)), attempt(lambda: io.BufferedReader("x")), issubclass(io.StringIO, io.TextIOBase), io.IOBase.__subclasshook__(int))
