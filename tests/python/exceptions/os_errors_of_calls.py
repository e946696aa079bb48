"""Which OSError subclass a failing system call gives, with errno, strerror and file names, and OSError made by hand."""
import errno
import os
import tempfile

with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "file")
    open(path, "w").close()
    for label, function in (("missing", lambda: os.stat(path + "x")), ("exists", lambda: os.mkdir(folder)), ("not a folder", lambda: os.listdir(path)), ("is a folder", lambda: open(folder)), ("not empty", lambda: os.rmdir(folder)), ("unlink folder", lambda: os.unlink(folder)), ("rename", lambda: os.rename(path + "x", path + "y")), ("link", lambda: os.link(path + "x", path + "y")), ("readlink", lambda: os.readlink(path)), ("chdir", lambda: os.chdir(path)),
                            ("bad fd", lambda: os.read(9999, 1)), ("close", lambda: os.close(-1)), ("kill", lambda: os.kill(2 ** 22 + 5, 0)), ("waitpid", lambda: os.waitpid(-1, os.WNOHANG)), ("too long", lambda: os.stat("x" * 5000)), ("null", lambda: os.stat("a\0b")), ("type", lambda: os.stat(1.5)), ("dup2", lambda: os.dup2(9999, 5)), ("exec", lambda: os.execv(path, ["x"])), ("pipe", lambda: os.lseek(os.pipe()[0], 0, 0)), ("none", lambda: os.mkdir(None)), ("utime", lambda: os.utime(path + "x")), ("scandir", lambda: list(os.scandir(path + "x"))), ("replace", lambda: os.replace(path, folder)), ("symlink", lambda: os.symlink("a", path)), ("truncate", lambda: os.truncate(path, -1)), ("getpgid", lambda: os.getpgid(2 ** 22 + 5))):
        try:
            print(label, function())
        except OSError as error:
            print(label, type(error).__name__, error.errno, error.strerror, [n and str(n).replace(folder, "DIR") if isinstance(n, (str, bytes)) and len(str(n)) < 300 else type(n).__name__ for n in (error.filename, error.filename2)])
        except Exception as error:
            print(label, type(error).__name__, error)
for args in ((), (1,), (2, "text"), (2, "text", "file"), (2, "text", "file", None, "file2"), (17, "x"), (9999, "x"), ("2", "x"), (2, "x", 5), (2, None), (1, 2, 3, 4, 5, 6), (None, "x")):
    for kind in (OSError, FileNotFoundError, IOError, type("Sub", (OSError,), {})):
        error = kind(*args)
        print(type(error).__name__, repr(error), "|", error, error.errno, error.strerror, error.filename, error.args, end="; ")
    print()
e = OSError(2, "m", "f")
e.errno, e.filename, e.filename2 = 5, "g", "h"
print(e, e.args, e.__reduce__()[1], OSError is IOError is EnvironmentError)
class Own(OSError):
    def __init__(self, *args, extra): super().__init__(*args); self.extra = extra
class New(OSError):
    def __new__(cls, a, b): return super().__new__(cls, a, b)
print(repr(Own(2, "x", extra=1)), Own(2, "x", extra=1).errno, repr(New(2, "y")), New(2, "y").errno, BlockingIOError(11, "b", 7).characters_written)
try:
    BlockingIOError(11, "b").characters_written
except AttributeError as error:
    print(error)
print({n: type(OSError(getattr(errno, n), "")).__name__ for n in ("EPERM", "ENOENT", "EINTR", "EAGAIN", "EEXIST", "ENOTDIR", "EISDIR", "EPIPE", "ECONNREFUSED", "ETIMEDOUT", "ESRCH", "ECHILD", "EACCES", "ECONNRESET", "EINPROGRESS", "ENOSPC")})
