# curses under a pseudo-terminal of 80 columns and 24 lines: windows, pads, colours, keys, panels; the octets that reach
# the terminal and the results of the calls.
import fcntl
import os
import pty
import select
import struct
import sys
import termios

PROGRAM = r"""
import curses, curses.panel, io, os, sys

def tell(*what):
    os.write(int(sys.argv[1]), (" ".join(map(ascii, what)) + "\n").encode())

def attempt(function, *arguments):
    try:
        result = function(*arguments)
        tell(result if isinstance(result, (int, bytes, str, tuple, type(None))) else type(result).__name__)
    except Exception as error:
        tell(type(error).__name__, str(error))

def main(screen):
    tell(screen.getmaxyx(), curses.LINES, curses.COLS, curses.has_colors(), curses.COLORS, curses.COLOR_PAIRS, screen.encoding)
    screen.addstr(0, 0, "plain ")
    screen.addstr("bold", curses.A_BOLD)
    screen.addnstr(1, 0, "shortened", 5, curses.A_UNDERLINE)
    screen.addstr(2, 0, b"octets and \xc3\xa9")
    screen.addstr(3, 0, "wide \u4e2d\u6587 \xe9\u20ac")
    screen.addch(4, 0, "x", curses.A_REVERSE)
    screen.addch(4, 1, curses.ACS_HLINE)
    screen.hline(5, 0, curses.ACS_HLINE, 10)
    screen.vline(6, 0, ord("|"), 3)
    screen.insstr(0, 0, ">> ")
    screen.insch(1, 0, "*")
    screen.delch(2, 0)
    screen.chgat(3, 0, 4, curses.A_BOLD)
    curses.init_pair(1, curses.COLOR_RED, curses.COLOR_BLUE)
    screen.addstr(9, 0, "colours", curses.color_pair(1) | curses.A_BLINK)
    tell(curses.pair_content(1), curses.pair_number(curses.color_pair(1)), curses.color_content(1))
    screen.refresh()
    for y in range(10):
        tell(screen.instr(y, 0, 20), screen.inch(y, 0))
    window = curses.newwin(5, 20, 10, 30)
    window.border()
    window.addstr(1, 1, "in a window")
    tell(window.getbegyx(), window.getmaxyx(), window.getyx(), window.getparyx(), window.enclose(11, 31), window.is_wintouched())
    inner = window.derwin(2, 5, 1, 1)
    tell(inner.getparyx(), inner.getbegyx(), inner.instr(0, 0))
    window.noutrefresh()
    curses.doupdate()
    pad = curses.newpad(50, 100)
    for line in range(50):
        pad.addstr(line, 0, f"line {line}")
    pad.refresh(10, 0, 15, 0, 18, 10)
    attempt(pad.refresh)
    attempt(window.move, 50, 50)
    attempt(window.addstr, 50, 50, "x")
    attempt(curses.newwin, -1, 5)
    attempt(curses.init_pair, 1000, 1, 1)
    attempt(window.addch, "ab")
    attempt(window.addstr, 1)
    attempt(window.getstr, -5)
    attempt(curses.unctrl, 3)
    attempt(curses.keyname, curses.KEY_F3)
    attempt(curses.tparm, curses.tigetstr("cup"), 5, 7)
    attempt(curses.tigetnum, "colors")
    saved = io.BytesIO()
    window.putwin(saved)
    saved.seek(0)
    again = curses.getwin(saved)
    tell(again.instr(1, 1, 11), again.getmaxyx())
    attempt(curses.getwin, io.BytesIO(b"nothing of the kind"))
    window.overwrite(again)
    window.scrollok(True)
    window.scroll(1)
    window.resize(3, 10)
    tell(window.getmaxyx(), window.instr(0, 0))

    for method, *arguments in (("insdelln", 2**40), ("derwin", 2**40, 1), ("scroll", -2**40), ("enclose", 2**40, 1),
                               ("is_linetouched", 2**70), ("addnstr", "x", 2**40), ("overlay", None)):
        attempt(getattr(window, method), *arguments)
    for mask in (2**40, -1, "x", None, 1.5):
        attempt(curses.mousemask, mask)
        attempt(curses.ungetmouse, 0, 0, 0, 0, mask)
    attempt(curses.tparm, b"x", 2**40)

    below, above = (curses.panel.new_panel(curses.newwin(3, 10, y, y)) for y in (12, 13))
    tell(above.below() is below, above.above(), below.above() is above, curses.panel.top_panel() is above, above.hidden())
    below.top()
    above.hide()
    tell(curses.panel.bottom_panel() is below, above.hidden())
    below.set_userptr(["mine"])
    tell(below.userptr(), below.window().getbegyx())
    attempt(above.userptr)
    attempt(below.move, 200, 200)
    curses.panel.update_panels()
    curses.doupdate()

    screen.nodelay(True)
    attempt(screen.getkey)
    curses.ungetch("k")
    curses.unget_wch("\u20ac")
    attempt(screen.get_wch)
    attempt(screen.getch)
    screen.nodelay(False)
    screen.move(20, 0)
    tell("keys")
    for _ in range(4):
        attempt(screen.getkey)
    attempt(screen.get_wch)
    curses.echo()
    attempt(screen.getstr, 21, 0, 10)
    curses.resizeterm(30, 90)
    tell(curses.LINES, curses.COLS, screen.getmaxyx(), curses.is_term_resized(30, 90))

attempt(curses.doupdate)
attempt(curses.tigetnum, "colors")
curses.wrapper(main)
tell(curses.isendwin())
"""
KEYS = b"a\x1bOA\x1b[15~\x09" + "\xe9".encode() + b"typed in\n"

told, tell = os.pipe()
os.set_inheritable(tell, True)
child, terminal = pty.fork()
if child == 0:
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    environment = {key: value for key, value in os.environ.items() if key not in ("LINES", "COLUMNS")}
    environment.update(TERM="xterm", LC_ALL="C.UTF-8", ESCDELAY="2000")
    os.execve(sys.executable, [sys.executable, "-S", "-c", PROGRAM, str(tell)], environment)
os.close(tell)
shown, report = b"", b""
watched = {terminal, told}
while watched and (ready := select.select(watched, [], [], 10)[0]):
    for source in ready:
        try:
            piece = os.read(source, 4096)
        except OSError:  # the program has closed its terminal
            piece = b""
        if not piece:
            watched.remove(source)
        elif source == terminal:
            shown += piece
        else:
            report += piece
            if b"'keys'" in piece:
                os.write(terminal, KEYS)
os.close(terminal)
os.waitpid(child, 0)
print(report.decode(), end="")
start = shown.find(b"plain")
print(shown[:start].count(b"\x1b"), shown[start:start + 60])
