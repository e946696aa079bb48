"""The import lock: one thread at a time, taken several times by its owner, waited for by fork()."""
import os
import sys
import threading
import time
import warnings

import _imp

_imp.acquire_lock()
_imp.acquire_lock()
print(_imp.lock_held())
order = []
second_tried = threading.Event()


def second():
    second_tried.set()
    _imp.acquire_lock()
    order.append("second")
    _imp.release_lock()


thread = threading.Thread(target=second)
thread.start()
second_tried.wait()
time.sleep(0.01)
order.append("first")
_imp.release_lock()
_imp.release_lock()
thread.join()
print(order, _imp.lock_held())
try:
    _imp.release_lock()
except RuntimeError as error:
    print("RuntimeError:", error)

started = threading.Event()


def importer():
    _imp.acquire_lock()
    sys.modules["half done"] = "half"
    started.set()
    time.sleep(0.02)
    sys.modules["half done"] = "whole"
    _imp.release_lock()


thread = threading.Thread(target=importer)
thread.start()
started.wait()
child = os.fork()
if child == 0:
    os._exit(42 if __import__("half done") == "whole" else 1)
thread.join()
print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))


def fork_in_a_thread():
    pid = os.fork()
    if pid == 0:
        main = threading.main_thread()
        print(main.name, main.ident == threading.get_ident(), flush=True)
    else:
        print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), flush=True)


sys.stdout.flush()
thread = threading.Thread(target=fork_in_a_thread, name="forking")
thread.start()
thread.join()
