# The end of the interpreter while daemon threads run, wait, print and hold locks.
import _thread
import sys
import threading
import time

started = threading.Semaphore(0)
lock = threading.Lock()
lock.acquire()


def computing():
    started.release()
    while True:
        sum(range(100))


def waiting():
    started.release()
    with lock:
        pass


def sleeping():
    started.release()
    while True:
        time.sleep(0.001)


def allocating():
    started.release()
    kept = []
    while True:
        kept.append([{}, []])
        if len(kept) > 1000:
            kept.clear()


def raising():
    started.release()
    while True:
        try:
            raise ValueError
        except ValueError:
            pass


class Ending:
    def __del__(self):
        try:
            threading.Thread(target=print, daemon=True)
            lock.acquire(False)
        except Exception:
            pass


for target in computing, waiting, sleeping, allocating, raising:
    for _ in range(2):
        threading.Thread(target=target, daemon=True).start()
_thread.start_new_thread(sleeping, ())
for _ in range(11):
    started.acquire()
ending = Ending()
sys.me = ending
local = threading.local()
local.it = ending
try:
    _thread.start_new_thread(1, ())
except TypeError as error:
    print(error)
print(threading.active_count() >= 11)
