"""StringIO and BytesIO: positions past the end, truncation, newline translation, views that forbid resizing, state, subclasses."""
import io
import pickle


def attempt(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


for make, a, b in ((io.StringIO, "abc\ndef", "X"), (io.BytesIO, b"abc\ndef", b"X")):
    f = make(a)
    print(f.read(2), f.tell(), f.readline(), f.read(), f.read(), f.seek(0), f.readlines(), f.getvalue())
    f.seek(10)
    print(f.write(b), repr(f.getvalue()), f.truncate(3), f.tell(), repr(f.getvalue()), f.seek(0, 2), f.truncate(), f.truncate(50))
    for action in (lambda: f.seek(-1), lambda: f.seek(1, 1), lambda: f.seek(0, 5), lambda: f.seek("x"), lambda: f.seek(1.5), lambda: f.read("x"), lambda: f.read(-5), lambda: f.write(5), lambda: f.write("s"), lambda: f.write(b"b"), lambda: f.truncate(-1), lambda: f.readline(0), lambda: f.fileno(), lambda: f.isatty(), lambda: f.readable() and f.writable() and f.seekable(), lambda: f.detach(), lambda: f.name, lambda: make(5), lambda: make(a, 1, 2), lambda: f.__next__(), lambda: list(make(a)), lambda: f.writelines([b, 5]), lambda: f.readlines(1)):
        print(attempt(action), end=" | ")
    print()
    g = pickle.loads(pickle.dumps(f))
    print(g.getvalue() == f.getvalue(), g.tell() == f.tell(), f.__getstate__()[1:])
    with f:
        pass
    print(f.closed, [attempt(action) for action in (f.read, f.getvalue, f.tell, f.flush, f.close, lambda: next(f), f.__enter__, f.readable)])
for newline in (None, "", "\n", "\r", "\r\n", "x"):
    print(repr(newline), attempt(lambda: repr(io.StringIO("a\nb\r\nc\rd", newline).read())), attempt(lambda: (f := io.StringIO(newline=newline), f.write("a\nb\r\n"), repr(f.getvalue()))[1:]))
b = io.BytesIO(b"0123456789")
view = b.getbuffer()
view[0] = 65
print(b.getvalue(), attempt(lambda: b.write(b"x" * 20)), attempt(lambda: b.truncate(0)), attempt(b.close), view.nbytes)
view.release()
array = bytearray(4)
print(b.seek(3), b.readinto(array), array, b.read1(2), b.readinto(memoryview(array)[:2]), array, attempt(lambda: b.readinto(b"const")), b.readinto1(array), b.readinto(array))
class S(io.StringIO):
    def write(self, text): return super().write(text.upper())
s = S()
print("via print", end="", file=s)
print(s.getvalue(), s.__dict__, setattr(s, "attr", 1), s.attr)
print(attempt(lambda: print("x", file=io.BytesIO())), attempt(lambda: io.StringIO().__setstate__(("a", "\n", 1, None))), attempt(lambda: io.StringIO().__setstate__(5)))
