# Terminal attributes of a pseudo-terminal.
import fcntl
import os
import sys
import termios

master = os.open("/dev/ptmx", os.O_RDWR | os.O_NOCTTY)
fcntl.ioctl(master, 0x40045431, bytes(4))  # TIOCSPTLCK
number = int.from_bytes(fcntl.ioctl(master, 0x80045430, bytes(4)), sys.byteorder)  # TIOCGPTN
slave = os.open(f"/dev/pts/{number}", os.O_RDWR | os.O_NOCTTY)
mode = termios.tcgetattr(slave)
print([type(item).__name__ for item in mode], len(mode[6]), mode[6][termios.VINTR], mode[6][termios.VMIN])
mode[3] &= ~(termios.ICANON | termios.ECHO)
mode[6][termios.VMIN] = 1
mode[6][termios.VTIME] = b"\x05"
print(termios.tcsetattr(slave, termios.TCSANOW, mode))
again = termios.tcgetattr(slave)
print(again[3] & termios.ICANON, again[6][termios.VMIN], again[6][termios.VTIME], again[6][termios.VEOF], again[4:6])
print(termios.tcsetwinsize(slave, (25, 81)), termios.tcgetwinsize(master), os.get_terminal_size(slave))
os.write(master, b"typed")
print(os.read(slave, 10), termios.tcdrain(slave), termios.tcflush(slave, termios.TCIOFLUSH), termios.tcflow(slave, termios.TCOON))


def show(function, *arguments):
    try:
        print(function(*arguments))
    except Exception as error:
        print(type(error).__name__, error)


show(termios.tcsetwinsize, slave, (1, 70000))
show(termios.tcsetwinsize, slave, (1, "x"))
show(termios.tcsetattr, slave, 0, [0, 0, 0, 0, 0, 0, [b"x"]])
show(termios.tcsetattr, slave, 0, ["x", 0, 0, 0, 0, 0, mode[6]])
show(termios.tcsetattr, slave, 0, mode[:6] + [[b"xy"] * 32])
show(termios.tcsetattr, slave, 0, mode[:6] + [[None] * 32])
