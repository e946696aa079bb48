"""TextIOWrapper: newline modes, errors, tell and seek in the middle, reconfigure, detach, line buffering, write-through."""
import io


def attempt(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


data = "one\r\ntwo\nthree\rfour é\r\n".encode()
for newline in (None, "", "\n", "\r", "\r\n"):
    wrapper = io.TextIOWrapper(io.BytesIO(data), "utf-8", newline=newline)
    print(repr(newline), wrapper.readlines(), wrapper.newlines)
    out = io.BytesIO()
    wrapper = io.TextIOWrapper(out, "utf-8", newline=newline)
    wrapper.write("a\nb\r\nc\r")
    wrapper.flush()
    print(out.getvalue())
w = io.TextIOWrapper(io.BytesIO("aé日😀b\nsecond line\n".encode()), "utf-8")
places = []
for _ in range(6):
    places.append(w.tell())
    print(repr(w.read(1)), end=" ")
print()
for place in reversed(places):
    w.seek(place)
    print(repr(w.read(2)), end=" ")
print(w.seek(0, 2), w.read(), w.seek(0), w.readline(3), w.readline(), next(w), attempt(w.__next__), attempt(w.tell))
for action in (lambda: w.seek(1, 1), lambda: w.seek(-1), lambda: w.seek(-1, 2), lambda: w.seek(0, 9), lambda: w.write(5), lambda: w.write("x"), lambda: w.read("x"), lambda: w.truncate(-1), lambda: w.reconfigure(encoding="ascii"), lambda: w.reconfigure(newline="z"), lambda: w.name, lambda: w.mode, lambda: (w.encoding, w.errors, w.line_buffering, w.write_through, w.closed), lambda: w.detach().read(), lambda: w.read(), lambda: repr(w)):
    print(attempt(action))
for errors in ("strict", "ignore", "replace", "backslashreplace", "surrogateescape", "nope", 5):
    print(errors, attempt(lambda: ascii(io.TextIOWrapper(io.BytesIO(b"a\xffb"), "utf-8", errors).read())), attempt(lambda: io.TextIOWrapper(io.BytesIO(), "ascii", errors).write("é")))
for args in ((io.BytesIO(), "nope"), (io.BytesIO(), "base64"), (5,), (io.StringIO(),), (io.BytesIO(), "utf-8", "strict", "x"), (io.BytesIO(), 5)):
    print(attempt(lambda: type(io.TextIOWrapper(*args)).__name__))
raw = io.BytesIO()
w = io.TextIOWrapper(raw, "utf-8", line_buffering=True)
w.write("no newline"), print(raw.getvalue())
w.write(" now\n"), print(raw.getvalue())
w.reconfigure(line_buffering=False, write_through=True)
w.write("x"), print(raw.getvalue())
w.writelines(["p", "q"])
print(raw.getvalue(), attempt(lambda: w.writelines([1])), w.writable(), w.readable(), attempt(w.read), w.isatty(), attempt(w.fileno))
utf16 = io.BytesIO()
w = io.TextIOWrapper(utf16, "utf-16")
w.write("ab"), w.write("c"), w.flush()
print(utf16.getvalue(), io.TextIOWrapper(io.BytesIO(utf16.getvalue()), "utf-16").read(), w.tell(), w.seek(0), w.close(), attempt(lambda: w.write("x")), utf16.closed)
d = io.IncrementalNewlineDecoder(None, True)
print(repr(d.decode("a\r")), repr(d.decode("\nb\rc")), repr(d.decode("", final=True)), d.newlines, d.getstate(), d.reset(), d.newlines)
