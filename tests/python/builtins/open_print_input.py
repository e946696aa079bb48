"""print with every option, input without a terminal, open with wrong modes."""
import io
import sys


def attempt(label, function):
    try:
        print(label, repr(function()))
    except BaseException as error:
        print(label, type(error).__name__, error)


print()
print(1, "two", 3.0, None, sep="-", end="!\n")
print("a", "b", sep="")
print("a", "b", sep=None, end=None)
print(*range(5), sep=", ")
attempt("sep type", lambda: print(1, 2, sep=5))
attempt("end type", lambda: print(1, end=b"x"))
attempt("unknown", lambda: print(1, flushed=True))
attempt("no write", lambda: print(1, file=5))
print("nowhere", file=None)
out = io.StringIO()
print("into", "string", file=out, flush=True)
print(repr(out.getvalue()))


class Writer:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)


writer = Writer()
print("a", 1, None, sep="|", file=writer)
print(writer.parts)
attempt("no flush", lambda: print("a", file=writer, flush=True))


class Failing:
    def __str__(self):
        raise RuntimeError("no text")


attempt("str fails", lambda: print("before", Failing(), "after"))
attempt("input at end", lambda: input("prompt> "))
sys.stdin = io.StringIO("first\nsecond line\r\nlast")
print(repr(input()), repr(input("asks ")), repr(input()))
attempt("end", lambda: input())
sys.stdin = None
attempt("lost", lambda: input())
kept, sys.stdout = sys.stdout, None
print("dropped")
sys.stdout = kept
sys.stdin = sys.__stdin__
for mode in ("", "rw", "rb+x", "z", "rU", "b", "tb", "r+w", "rbt"):
    attempt(f"mode {mode!r}", lambda: open("/dev/null", mode))
attempt("absent", lambda: open("/no/such/file"))
attempt("directory", lambda: open("/"))
attempt("null", lambda: open("a\0b"))
attempt("type", lambda: open(2.5))
attempt("bad descriptor", lambda: open(987654))
attempt("binary with encoding", lambda: open("/dev/null", "rb", encoding="utf-8"))
attempt("binary with newline", lambda: open("/dev/null", "rb", newline="\n"))
attempt("newline", lambda: open("/dev/null", newline="x"))
attempt("unbuffered text", lambda: open("/dev/null", buffering=0))
attempt("encoding", lambda: open("/dev/null", encoding="no-such-codec"))
attempt("closefd", lambda: open("/dev/null", closefd=False))
with open("/dev/null", "w") as file:
    print(file.name, file.mode, file.encoding, file.writable(), file.readable(), file.write("text"), file.closed)
print(file.closed)
attempt("closed", lambda: file.write("x"))
