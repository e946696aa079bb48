# Python handlers of signals: who calls them, with what, and what their exceptions do.
import os
import signal
import sys
import threading
import time

got = []


def handler(number, frame):
    got.append((number, frame.f_code.co_name, threading.current_thread() is threading.main_thread()))


def send():
    signal.raise_signal(signal.SIGUSR1)
    return len(got)


print(signal.signal(signal.SIGUSR1, handler), signal.getsignal(signal.SIGUSR1) is handler, send(), got)
os.kill(os.getpid(), signal.SIGUSR1)
print(len(got), signal.getsignal(signal.SIGINT) is signal.default_int_handler, signal.getsignal(signal.SIGTERM))


def raises(number, frame):
    raise LookupError(f"from signal {number}")


signal.signal(signal.SIGUSR2, raises)
try:
    signal.raise_signal(signal.SIGUSR2)
except LookupError as error:
    print(error)
signal.signal(signal.SIGUSR2, signal.SIG_IGN)
signal.raise_signal(signal.SIGUSR2)

# Waiting is interrupted, the handler runs, and the wait goes on.
signal.signal(signal.SIGALRM, lambda number, frame: got.append("alarm"))
signal.setitimer(signal.ITIMER_REAL, 0.005)
start = time.monotonic()
time.sleep(0.02)
print(got[-1], time.monotonic() - start >= 0.02)
lock = threading.Lock()
lock.acquire()
signal.setitimer(signal.ITIMER_REAL, 0.005)
print(lock.acquire(timeout=0.02), got.count("alarm"))

# In a busy loop of another kind.
got.clear()
signal.setitimer(signal.ITIMER_REAL, 0.005, 0.001)
while len(got) < 3:
    pass
print(signal.setitimer(signal.ITIMER_REAL, 0)[1] > 0, got)


def in_thread():
    for call in (lambda: signal.signal(signal.SIGUSR1, handler), lambda: signal.set_wakeup_fd(-1)):
        try:
            call()
        except ValueError as error:
            print(error)
    got.clear()
    signal.pthread_kill(threading.get_ident(), signal.SIGUSR1)


thread = threading.Thread(target=in_thread)
thread.start()
thread.join()
while not got:
    pass
print(got[0][0], got[0][2])
try:
    signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt as error:
    print("interrupted", error.args)
print(signal.Signals(10), signal.strsignal(2), signal.Handlers.SIG_DFL == 0)
import _thread
signal.signal(signal.SIGUSR1, handler)
got.clear()
_thread.interrupt_main(signal.SIGUSR1)
print(got[0][0])
try:
    _thread.interrupt_main()
    for i in range(1000):
        pass
except KeyboardInterrupt:
    print("by interrupt_main")
