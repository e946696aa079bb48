"""open: modes, exclusive creation, appending, seeking, buffering, descriptors, openers, errors with their numbers."""
import io
import os
import tempfile


def attempt(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__}: {str(error).replace(folder, 'DIR')}"


with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "f.txt")
    for mode in ("w", "wb", "x", "a+", "r+", "rb", "rt", "w+b", "xb", "U", "rw", "", "z", "rr", "bt", "b", "r+w", "ab+"):
        print(mode, attempt(lambda: (f := open(path, mode), f.mode, type(f).__name__, f.readable(), f.writable(), f.close())[1:-1]))
    for args, kw in (((path, "r"), {"buffering": 0}), ((path, "rb"), {"buffering": 0}), ((path, "rb"), {"buffering": 1}), ((path, "rb"), {"encoding": "utf-8"}), ((path, "rb"), {"errors": "x"}), ((path, "rb"), {"newline": ""}), ((path,), {"newline": "q"}), ((path,), {"encoding": "nope"}), ((path,), {"closefd": False}), ((folder,), {}), ((folder, "w"), {}), ((path + "/x",), {}), ((path + "none",), {}), ((5.5,), {}), ((None,), {}), (("nul\0",), {}), ((-1,), {}), ((9999,), {}), ((path,), {"opener": lambda p, f: -1}), ((path,), {"opener": lambda p, f: "x"}), ((path.encode(),), {}), ((path, 5), {}), ((path, "r", "x"), {}), ((path,), {"buffering": 2 ** 70})):
        print(attempt(lambda: type(open(*args, **kw)).__name__))
    with open(path, "w+") as f:
        print(f.write("hello\nworld\n"), f.tell(), f.seek(0), f.read(3), f.tell(), f.readline(), f.seek(0, 2), f.truncate(4), f.seek(0), f.read(), f.name == path, f.fileno() > 2, f.isatty(), f.buffer.raw.closefd)
    with open(path, "a") as f:
        print(f.tell(), f.write("++"), f.tell(), attempt(f.read))
    with open(path, "r+b") as f:
        print(f.read(2), f.write(b"XY"), f.seek(0), f.read(), f.seek(-1, 2), f.peek(), f.seek(100), f.read(), f.write(b"!"), f.tell())
    print(os.path.getsize(path), open(path, "rb").read()[-3:])
    fd = os.open(path, os.O_RDONLY)
    with open(fd, closefd=False) as f:
        print(f.name == fd, f.read(2))
    os.close(fd)
    raw = io.FileIO(path, "r")
    print(raw.read(2), raw.mode, raw.closefd, raw.seekable(), attempt(lambda: raw.write(b"x")), raw.readall()[:2], raw.readinto(bytearray(5)), repr(raw).replace(folder, "DIR"), raw.close(), attempt(raw.read), repr(raw).replace(folder, "DIR"))
    with open(path, opener=lambda p, flags: os.open(p, flags, dir_fd=None)) as f:
        print(f.readline()[:3])
    f = open(path)
    lines = iter(f)
    print(lines is f, next(lines)[:2], attempt(f.tell))
    f.close()
    print(attempt(lambda: next(f)), f, f.closed) if False else print(f.closed, attempt(lambda: next(f)))
    w = open(path, "w", buffering=1)
    w.write("partial"), print(os.path.getsize(path), w.write(" line\n"), os.path.getsize(path), w.close())
    try:
        open(os.path.join(folder, "none"))
    except OSError as error:
        print(error.errno, error.strerror, error.filename.replace(folder, "DIR"), error.filename2, type(error).__name__)
