# The end of the program waits for threads that are no daemons, then runs `atexit`; daemons are left alone.
import atexit
import sys
import threading
import time

atexit.register(print, "atexit")
print(sys.is_finalizing())
main = threading.main_thread()


def last():
    while main.is_alive():
        time.sleep(0.001)
    print("the other thread outlives the main one", flush=True)


def forever():
    while True:
        time.sleep(0.001)


def busy():
    n = 0
    while True:
        n += 1


threading.Thread(target=last).start()
for target in (forever, busy):
    threading.Thread(target=target, daemon=True).start()
threading._register_atexit(print, "before threads are joined")
print("main ends")
