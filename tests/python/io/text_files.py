# Text files: modes, newlines, positions, encodings, errors.
import _io as io

def attempt(function, *arguments, **keywords):
    try:
        print("->", repr(function(*arguments, **keywords)))
    except Exception as error:
        print(type(error).__name__, error)

path = "/dev/shm/minipy_io_test.tmp"

with io.open(path, "w") as stream:
    print(stream.write("first\nsecond\r\nthird\rfourth é€😀\n"), stream.tell())
    print(stream, stream.name, stream.mode, stream.encoding, stream.errors, stream.newlines)
    print(stream.buffer, stream.buffer.raw.mode)
    attempt(stream.read)
    attempt(stream.write, 3)
    attempt(stream.write, b"x")
    attempt(stream.readline)
attempt(stream.write, "x")
attempt(stream.read)
attempt(stream.flush)
print(stream.closed, stream.close())

for newline in (None, "", "\n", "\r", "\r\n"):
    with io.open(path, newline=newline) as stream:
        print(repr(newline), stream.readlines(), stream.newlines)
    with io.open(path, newline=newline) as stream:
        print([line for line in stream])
        print(repr(stream.read()))
        stream.seek(0)
        print(repr(stream.read(3)), stream.tell(), repr(stream.readline()), stream.tell(), repr(stream.readline(2)))
        position = stream.tell()
        rest = stream.read()
        stream.seek(position)
        print(rest == stream.read(), repr(rest))
attempt(io.open, path, newline="x")
attempt(io.open, path, newline=3)

for newline in (None, "", "\n", "\r", "\r\n"):
    with io.open(path, "w", newline=newline) as stream:
        stream.write("a\nb\r\nc\rd")
        stream.writelines(["x\n", "y"])
    with io.open(path, "rb") as stream:
        print(repr(newline), stream.read())

for mode in ("q", "rw", "rr", "tb", "", "+", "r+b+", "U"):
    attempt(io.open, path, mode)
attempt(io.open, path, "rb", encoding="utf-8")
attempt(io.open, path, "rb", errors="strict")
attempt(io.open, path, "rb", newline="\n")
attempt(io.open, path, "r", 0)
attempt(io.open, "/nonexistent/file")
attempt(io.open, "/")
attempt(io.open, -1)
attempt(io.open, 3.5)
attempt(io.open, None)
attempt(io.open, path, 3)
attempt(io.open)
attempt(io.open, "a\0b")
attempt(io.open, path, closefd=False)

with io.open(path, "wb") as stream:
    stream.write(b"ok \xff\xe9\n")
for encoding in ("utf-8", "ascii", "latin-1"):
    for errors in (None, "strict", "ignore", "replace", "surrogateescape", "backslashreplace"):
        with io.open(path, encoding=encoding, errors=errors) as stream:
            attempt(stream.read)

with io.open(path, "w+", encoding="utf-8") as stream:
    for number in range(3000):
        stream.write(f"line {number} é\n")
    stream.seek(0)
    lines = 0
    positions = []
    while True:
        if lines % 500 == 7:
            positions.append((stream.tell(), lines))
        line = stream.readline()
        if not line:
            break
        lines += 1
    print(lines, positions)
    for position, number in positions:
        stream.seek(position)
        print(repr(stream.readline()))
    attempt(stream.seek, 1, 1)
    attempt(stream.seek, 1, 2)
    attempt(stream.seek, 0, 5)
    attempt(stream.seek, -1)
    print(stream.seek(0, 2), stream.tell(), repr(stream.read()))
    print(stream.truncate(20))
    stream.seek(0)
    next(stream)
    attempt(stream.tell)
    print(repr(stream.read()))

stream = io.open(path, "r")
buffer = stream.detach()
print(buffer)
attempt(stream.read)
attempt(repr, stream)
buffer.close()

stream = io.open(path, "w", encoding="ascii", errors="backslashreplace")
stream.write("é")
stream.reconfigure(encoding="latin-1", errors=None, line_buffering=True)
print(stream.encoding, stream.errors, stream.line_buffering)
stream.write("é\n")
stream.close()
print(io.open(path, "rb").read())
print(io.text_encoding(None) in ("locale", "utf-8"), io.text_encoding("x"))
print(io.open_code(path))
