# Event, Condition, Semaphore, Barrier and Timer of the library.
import threading

event = threading.Event()
seen = []
thread = threading.Thread(target=lambda: seen.append(event.wait(5)))
thread.start()
event.set()
thread.join()
print(seen, event.is_set(), threading.Event().wait(0.001))

condition = threading.Condition()
items = []


def consumer():
    with condition:
        condition.wait_for(lambda: len(items) == 3, 5)
        seen.append(list(items))


thread = threading.Thread(target=consumer)
thread.start()
for i in range(3):
    with condition:
        items.append(i)
        condition.notify_all()
thread.join()
print(seen)
with condition:
    print(condition.wait(0.001))
try:
    condition.notify()
except RuntimeError as error:
    print(error)

semaphore = threading.BoundedSemaphore(2)
running, most = 0, 0
guard = threading.Lock()


def limited():
    global running, most
    for _ in range(5):
        with semaphore:
            with guard:
                running += 1
                most = max(most, running)
            with guard:
                running -= 1


threads = [threading.Thread(target=limited) for _ in range(5)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(running, most <= 2)
try:
    semaphore.release()
except ValueError as error:
    print(error)

arrivals = []
barrier = threading.Barrier(3, action=lambda: arrivals.append("all"))


def arrive():
    arrivals.append("one")
    barrier.wait(5)


threads = [threading.Thread(target=arrive) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(arrivals, barrier.n_waiting, barrier.broken)
barrier.abort()
try:
    barrier.wait()
except threading.BrokenBarrierError:
    print("broken")
fired = threading.Event()
timer = threading.Timer(0.005, fired.set)
timer.start()
print(fired.wait(5))
cancelled = threading.Timer(60, print)
cancelled.start()
cancelled.cancel()
cancelled.join()
