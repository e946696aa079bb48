# fcntl, ioctl, locks; resource limits; terminals that are none.
import fcntl
import os
import resource
import termios


def show(function, *arguments, **keywords):
    try:
        print(getattr(function, "__name__", "?"), function(*arguments, **keywords))
    except Exception as error:
        print(getattr(function, "__name__", "?"), type(error).__name__, error)


r, w = os.pipe()
flags = fcntl.fcntl(r, fcntl.F_GETFL)
print(fcntl.fcntl(r, fcntl.F_SETFL, flags | os.O_NONBLOCK), fcntl.fcntl(r, fcntl.F_GETFL) == flags | os.O_NONBLOCK)
print(fcntl.fcntl(r, fcntl.F_GETFD), fcntl.fcntl(r, fcntl.F_SETFD, 0), fcntl.fcntl(r, fcntl.F_GETFD))
os.write(w, b"abc")
buffer = bytearray(4)
print(fcntl.ioctl(r, termios.FIONREAD, buffer), buffer, fcntl.ioctl(r, termios.FIONREAD, b"\0\0\0\0"))
print(fcntl.ioctl(r, termios.FIONREAD, buffer, False), fcntl.ioctl(r, termios.FIONREAD, "\0\0\0\0"))
for call, *arguments in [(fcntl.fcntl, "a", 1), (fcntl.fcntl, 0), (fcntl.fcntl, 0, "a"), (fcntl.fcntl, 0, 1, "x" * 2000),
                         (fcntl.fcntl, 0, 1, []), (fcntl.fcntl, 9999, 1), (fcntl.ioctl, r, termios.TIOCGWINSZ, b"12345678"),
                         (fcntl.ioctl, 0, 1, []), (fcntl.ioctl, 0, 1, b"a" * 2000), (fcntl.flock, 9999, 1), (fcntl.lockf, 0, 16),
                         (fcntl.lockf, 0, "a"), (fcntl.fcntl, -1, 1)]:
    show(call, *arguments)
with open(__file__) as file:
    print(fcntl.flock(file, fcntl.LOCK_SH), fcntl.flock(file, fcntl.LOCK_UN), fcntl.lockf(file, fcntl.LOCK_SH, 10, 2, 0))
    show(fcntl.lockf, file, fcntl.LOCK_EX | fcntl.LOCK_NB)
print(sorted((name, value) for name, value in vars(fcntl).items() if isinstance(value, int)))

for call, *arguments in [(resource.getrlimit, 99), (resource.getrlimit, "a"), (resource.setrlimit, 0, 1), (resource.setrlimit, 0, (1,)),
                         (resource.setrlimit, 99, (1, 1)), (resource.setrlimit, 7, (5, 3)), (resource.setrlimit, 7, (2**70, 3)),
                         (resource.getrusage, 99), (resource.prlimit, 0, 99), (resource.prlimit,), (resource.setrlimit, 7, ("a", 3)),
                         (resource.getpagesize,)]:
    show(call, *arguments)
soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
resource.setrlimit(resource.RLIMIT_NOFILE, (64, hard))
print(resource.getrlimit(resource.RLIMIT_NOFILE)[0], resource.prlimit(0, resource.RLIMIT_NOFILE, (soft, hard)) == (64, hard))
usage = resource.getrusage(resource.RUSAGE_SELF)
print(len(usage), usage.ru_utime == usage[0], usage.ru_maxrss > 0, type(usage), usage.n_fields)
print(sorted((name, value) for name, value in vars(resource).items() if isinstance(value, int)))

for call, *arguments in [(termios.tcgetattr, 9999), (termios.tcsetattr, r, 0, []), (termios.tcsetattr, r, 0, 1), (termios.tcsendbreak, r, 0),
                         (termios.tcgetattr, "a"), (termios.tcgetwinsize, r), (termios.tcsetwinsize, r, (1,)),
                         (termios.tcsetwinsize, r, 1), (termios.tcflow, r, 0), (termios.tcflush, r, 0), (termios.tcdrain, r),
                         (termios.tcsetattr, r, 0, [0] * 7)]:
    show(call, *arguments)
print(termios.error.__mro__, sorted((name, value) for name, value in vars(termios).items() if isinstance(value, int)))
