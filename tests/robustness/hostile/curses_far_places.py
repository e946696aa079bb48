# own limit: CPython 3.11 ends by a signal in ncurses
# Numbers of lines and places that ncurses adds up without a look: CPython 3.11 ends by a signal with some.
import os
import pty
import sys

PROGRAM = r"""
import curses, os, sys
curses.initscr()
count = 0
def attempt(function, *arguments):
    global count
    count += 1
    try:
        function(*arguments)
    except curses.error:
        pass
far = 2**31
for make in (lambda: curses.newwin(5, 5, 0, 0), lambda: curses.newpad(5, 5)):
    window = make()
    window.scrollok(True)
    for n in (-far, -far + 1, far - 1, far - 2, -6, 6, 5, 100, 0, -1):
        window.setscrreg(0, 4)
        attempt(window.scroll, n)
        window.setscrreg(2, 4)
        attempt(window.scroll, n)
        attempt(window.insdelln, n)
        window.move(2, 0)
        attempt(window.insdelln, n)
        attempt(window.hline, 1, 1, "x", n)
        attempt(window.vline, 1, 1, "x", n)
        for other in (0, 1, far - 1, -far, 3):
            for part in (window.derwin, window.subwin):
                attempt(part, 3, 3, n, other)
                attempt(part, n, other)
                attempt(part, n, other, 1, 1)
            inner = window.derwin(3, 3, 0, 0)
            attempt(inner.mvderwin, n, other)
            attempt(inner.mvderwin, other, n)
curses.endwin()
os.write(int(sys.argv[1]), b"attempts: %d\n" % count)
"""

told, tell = os.pipe()
os.set_inheritable(tell, True)
child, terminal = pty.fork()
if child == 0:
    os.execve(sys.executable, [sys.executable, "-S", "-c", PROGRAM, str(tell)], {**os.environ, "TERM": "xterm"})
os.close(tell)
try:
    while os.read(terminal, 4096):
        pass
except OSError:
    pass
status = os.waitpid(child, 0)[1]
print(os.read(told, 100), status)
