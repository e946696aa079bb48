"""OSError: errno to subclass, arguments of every count, filename and filename2, characters_written, str of each, subclasses."""
import errno
import pickle
codes = (errno.ENOENT, errno.EEXIST, errno.EACCES, errno.EPERM, errno.EAGAIN, errno.EPIPE, errno.ECHILD, errno.ECONNREFUSED, errno.ECONNRESET, errno.ECONNABORTED, errno.EISDIR, errno.ENOTDIR, errno.EINTR, errno.ESRCH, errno.ETIMEDOUT, errno.EIO, 0, -1)
for code in codes:
    error = OSError(code, "text")
    print(code, type(error).__name__, error, end="; ")
print()
for arguments in ((), (1,), ("only",), (2, "text"), (2, "text", "file"), (2, "text", "file", None), (2, "text", "file", None, "second"), (2, "text", "f", 0, "g", "extra"), ("x", "y"), (None, None), (2, "t", 5), (2, "t", b"bytes"), (2, "t", None, None, "g")):
    error = OSError(*arguments)
    print(type(error).__name__, error.args, "|", str(error), "|", repr(error), "|", error.errno, error.strerror, error.filename, error.filename2)
e = OSError(2, "text", "file")
e.filename = "changed"
print(e)
e.strerror, e.errno = "other", 99
print(e, e.args)
del e.filename
print(e.filename, e)
try:
    e.characters_written
except AttributeError as error:
    print(error)
b = BlockingIOError(errno.EAGAIN, "would block", 7)
print(b.characters_written, b.filename, b.args)
b.characters_written = 3
print(b.characters_written)
for value in ("x", None, 2.5, 2 ** 70):
    try:
        b.characters_written = value
    except (TypeError, ValueError, OverflowError) as error:
        print(type(error).__name__, error)
del b.characters_written
print(hasattr(b, "characters_written"))


class Sub(OSError):
    pass


class Init(OSError):
    def __init__(self, a, b, extra):
        super().__init__(a, b)
        self.extra = extra


class New(FileNotFoundError):
    def __new__(cls, *args):
        return super().__new__(cls, *args)


print(type(Sub(2, "x")).__name__, Sub(2, "x").errno, Init(2, "x", "more").extra, Init(2, "x", "more").args, type(New(1, "y")).__name__, type(FileNotFoundError(1, "y")).__name__)
print(IOError is OSError, EnvironmentError is OSError, ConnectionError.__mro__[1].__name__, issubclass(ConnectionResetError, ConnectionError), BrokenPipeError.__bases__)
for path in ("/nonexistent/x", "/", "/dev/null/x", ""):
    try:
        open(path)
    except OSError as error:
        print(type(error).__name__, error, error.args)
copy = pickle.loads(pickle.dumps(OSError(2, "t", "f", None, "g")))
print(type(copy).__name__, copy, copy.filename2)
try:
    OSError(2, "t", keyword=1)
except TypeError as error:
    print(error)
import os
for call in (lambda: os.rename("/nonexistent/a", "/nonexistent/b"), lambda: os.listdir("/nonexistent"), lambda: os.mkdir("/"), lambda: os.rmdir("/dev/null"), lambda: os.close(9999), lambda: os.chdir("/dev/null"), lambda: os.readlink("/")):
    try:
        call()
    except OSError as error:
        print(type(error).__name__, error)
