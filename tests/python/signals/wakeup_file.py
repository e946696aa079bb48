# signal.set_wakeup_fd: the numbers of signals arrive as bytes; a full pipe is told of unless it should not be.
import os
import io
import signal
import sys

reader, writer = os.pipe()
os.set_blocking(writer, False)
os.set_blocking(reader, False)
signal.signal(signal.SIGUSR1, lambda *args: None)
signal.signal(signal.SIGUSR2, lambda *args: None)
print(signal.set_wakeup_fd(writer))
signal.raise_signal(signal.SIGUSR1)
signal.raise_signal(signal.SIGUSR2)
print(list(os.read(reader, 100)))
print(signal.set_wakeup_fd(-1) == writer)
signal.raise_signal(signal.SIGUSR1)
try:
    os.read(reader, 1)
except BlockingIOError:
    print("nothing")
try:
    while True:
        os.write(writer, b"x" * 65536)
except BlockingIOError:
    pass
signal.set_wakeup_fd(writer, warn_on_full_buffer=False)
signal.raise_signal(signal.SIGUSR1)
print("silent")
signal.set_wakeup_fd(writer)
sys.stderr = io.StringIO()
signal.raise_signal(signal.SIGUSR1)
lines = sys.stderr.getvalue().splitlines()
sys.stderr = sys.__stderr__
print(lines[0], lines[-1])
