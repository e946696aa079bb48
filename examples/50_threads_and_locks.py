"""Threads share everything: what a race loses, and what locks, queues, events and barriers are for."""
import queue
import sys
import threading

# A race on purpose: between reading and writing another thread gets its turn.
balance = 100
both_have_read = threading.Barrier(2)


def withdraw(amount):
    global balance
    read = balance
    both_have_read.wait()
    balance = read - amount


threads = [threading.Thread(target=withdraw, args=(30,)) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("two withdrawals of 30 from 100 leave", balance)


class Account:
    """The same with a lock around reading and writing: the second waits for the first."""

    def __init__(self, balance):
        self.balance, self.lock = balance, threading.Lock()

    def withdraw(self, amount):
        with self.lock:
            if self.balance < amount:
                raise ValueError("not enough money")
            self.balance -= amount


sys.setswitchinterval(1e-5)
account = Account(1000)
threads = [threading.Thread(target=lambda: [account.withdraw(1) for _ in range(100)]) for _ in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("800 withdrawals of 1 from 1000 leave", account.balance)

# A lock is not to be taken twice by one thread; a reentrant one may be.
plain, reentrant = threading.Lock(), threading.RLock()
with plain:
    print("again:", plain.acquire(blocking=False))
with reentrant:
    print("again:", reentrant.acquire(blocking=False))
    reentrant.release()

# A queue is the usual way between threads: it has the lock inside. None says that there is no more.
tasks, results = queue.Queue(maxsize=3), queue.Queue()


def worker():
    while (n := tasks.get()) is not None:
        results.put((n, n * n))
        tasks.task_done()


workers = [threading.Thread(target=worker, name=f"worker-{i}") for i in range(3)]
for thread in workers:
    thread.start()
for n in range(10):
    tasks.put(n)
tasks.join()
for _ in workers:
    tasks.put(None)
for thread in workers:
    thread.join()
print(sorted(results.queue))

# A condition: wait until something holds that another thread brings about.
stock, changed = [], threading.Condition()


def eat():
    with changed:
        changed.wait_for(lambda: len(stock) >= 3)
        print("eating", stock)


eater = threading.Thread(target=eat)
eater.start()
for dish in ("soup", "rice", "tea"):
    with changed:
        stock.append(dish)
        changed.notify()
eater.join()

# A semaphore lets so many in at once.
slots, inside, most, guard = threading.Semaphore(2), 0, 0, threading.Lock()


def visit():
    global inside, most
    with slots:
        with guard:
            inside += 1
            most = max(most, inside)
        with guard:
            inside -= 1


threads = [threading.Thread(target=visit) for _ in range(10)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("never more than two inside:", most <= 2)


# An exception ends its thread only, and is shown by a hook.
def report(arguments):
    print("hook:", arguments.thread.name, arguments.exc_type.__name__, arguments.exc_value)


threading.excepthook = report
poor = threading.Thread(target=account.withdraw, args=(10_000,), name="poor")
poor.start()
poor.join()
print(poor.is_alive(), threading.current_thread() is threading.main_thread(), threading.active_count())
timer = threading.Timer(0.001, print, args=["the timer has run"])
timer.start()
timer.join()
