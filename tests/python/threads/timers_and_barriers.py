"""Timer, Barrier, Condition and Semaphore used across threads, and their errors."""
import threading

log = []
timer = threading.Timer(0.005, log.append, ["fired"])
timer.start()
timer.join()
cancelled = threading.Timer(5, log.append, ["never"])
cancelled.start()
cancelled.cancel()
cancelled.join()
print(log, timer.is_alive(), cancelled.finished.is_set())
barrier = threading.Barrier(3, action=lambda: log.append("action"))
order = []
threads = [threading.Thread(target=lambda: order.append(barrier.wait(5))) for _ in range(3)]
[t.start() for t in threads], [t.join() for t in threads]
print(sorted(order), log, barrier.parties, barrier.n_waiting, barrier.broken)
barrier.abort()
try:
    barrier.wait()
except threading.BrokenBarrierError as error:
    print(type(error).__name__, barrier.broken)
barrier.reset()
condition, items = threading.Condition(), []
def consume():
    with condition:
        print(condition.wait_for(lambda: len(items) == 3, 5), items)
t = threading.Thread(target=consume)
t.start()
for n in range(3):
    with condition:
        items.append(n)
        condition.notify()
t.join()
for action in (condition.notify, condition.wait, condition.release, lambda: threading.Semaphore(-1),
               lambda: threading.BoundedSemaphore(1).release(), lambda: threading.Barrier(0),
               threading.RLock().release, threading.Lock().release, lambda: threading.Thread(target=5).run(),
               lambda: threading.Thread(group=1), lambda: t.start(), lambda: threading.Thread().join(),
               lambda: threading.current_thread().join(), lambda: threading.Semaphore(0).acquire(False),
               lambda: threading.Lock().acquire(False, 5), lambda: threading.Lock().acquire(True, -5)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
