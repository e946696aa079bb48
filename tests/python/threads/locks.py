# lock and RLock objects: taking, timeouts, wrong uses, what they show.
import _thread
import threading
import time


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


lock = _thread.allocate_lock()
print(repr(lock).split(" at ")[0], lock.locked(), lock.acquire(), lock.locked(), repr(lock).split(" at ")[0])
print(lock.acquire(False), lock.acquire(blocking=False), lock.acquire(True, 0.001), lock.acquire(timeout=0))
print(attempt(lock.acquire, False, 1), attempt(lock.acquire, True, -2), attempt(lock.acquire, True, 1e10))
print(attempt(lock.acquire, True, 1e100), attempt(lock.acquire, "x"), attempt(lock.acquire, True, "x"))
lock.release()
print(attempt(lock.release), lock.locked())
with lock as taken:
    print(taken, lock.locked())
print(lock.locked(), type(lock), attempt(_thread.LockType))

rlock = threading.RLock()
print(rlock.acquire(), rlock.acquire(), rlock.acquire(blocking=False), rlock._is_owned())
print(rlock._release_save()[0], rlock._is_owned())
rlock._acquire_restore((2, threading.get_ident()))
rlock.release(), rlock.release()
print(attempt(rlock.release), attempt(rlock._release_save), rlock._is_owned())
print(repr(rlock).split(" object")[0])

# Another thread's view.
seen = []
with rlock:
    thread = threading.Thread(target=lambda: seen.extend([rlock.acquire(False), rlock.acquire(timeout=0.001),
                                                          attempt(rlock.release), rlock._is_owned()]))
    thread.start()
    thread.join()
print(seen)

# A waiting thread goes on when the lock is released, by whomever.
lock.acquire()
order = []


def waits():
    lock.acquire()
    order.append("taken")
    lock.release()


thread = threading.Thread(target=waits)
thread.start()
time.sleep(0.01)
order.append("released")
lock.release()
thread.join()
print(order)

start = time.monotonic()
lock.acquire()
print(lock.acquire(timeout=0.02), time.monotonic() - start >= 0.02)
print(_thread.TIMEOUT_MAX == threading.TIMEOUT_MAX, _thread.error is RuntimeError)
lock._at_fork_reinit()
print(lock.locked())

# Timeouts: numbers that are none, too large, negative; what an RLock's saved state may be.
for arguments in ((1, -2), (0, 1), (1, 1e10), (1, 9223372037), (1, float("nan")), (1, "x"),
                  ("x",), (1, 10**400), (1, 1e400), (1, -0.5), (False, -1.0), (2**40,), (2**70,), (None,), (1, -1),
                  (True, 0), (1, -1e-12), (1, 1e-12), (1, -10**30)):
    for make in (_thread.allocate_lock, _thread.RLock):
        try:
            print(make().acquire(*arguments))
        except (TypeError, ValueError, OverflowError) as error:
            print(type(error).__name__, error)
for saved in (1, None, b"ab", ("a", 1), (1,), (1.5, 0), (0, None), (-1, 1), [2**64 - 1, 5], (2**65, 2**63), (0, 5)):
    rlock = _thread.RLock()
    try:
        print(rlock._acquire_restore(saved), repr(rlock).split(" at ")[0])
    except TypeError as error:
        print(error)
