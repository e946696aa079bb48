"""One thread at a time runs Python code: who holds the lock, when it changes hands, and what that means."""
import sys
import threading

# The lock changes hands at the latest when another thread has waited for this long.
print(sys.getswitchinterval())
sys.setswitchinterval(1e-5)


def computing(n):
    total = 0
    for i in range(n):
        total += i
    return total


# Two threads that compute do not run at the same time: the answers are right, nothing is faster.
results = {}


def work(name):
    results[name] = computing(30_000)


threads = [threading.Thread(target=work, args=(name,)) for name in "ab"]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(results["a"] == results["b"] == computing(30_000))

# A thread that waits gives the lock up: others run meanwhile. Here one waits until the other has counted.
ready, counted = threading.Event(), []


def wait_then_report():
    ready.wait()
    counted.append("waiter")


def count_then_wake():
    counted.append(computing(1000))
    ready.set()


waiter, waker = threading.Thread(target=wait_then_report), threading.Thread(target=count_then_wake)
waiter.start()
waker.start()
waiter.join()
waker.join()
print(counted)

# What is one native operation is never interrupted half way: append, pop, setting an item of a dict.
numbers = []
threads = [threading.Thread(target=lambda: [numbers.append(n) for n in range(1000)]) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(numbers), sorted(numbers) == sorted(list(range(1000)) * 4))

# What is several instructions can be interrupted between them: `n += 1` reads, adds and writes.
import dis


def increase():
    global total
    total += 1


print([i.opname for i in dis.get_instructions(increase) if i.argval == "total" or i.opname == "BINARY_OP"])

# With a lock around it every thread sees the work of the others.
total, lock = 0, threading.Lock()


def increase_safely():
    for _ in range(2000):
        with lock:
            increase()


threads = [threading.Thread(target=increase_safely) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(total)

# What a thread keeps for itself needs no lock.
mine = threading.local()
seen = []


def keep(value):
    mine.value = value
    computing(500)
    seen.append(mine.value == value)


threads = [threading.Thread(target=keep, args=(n,)) for n in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(seen, hasattr(mine, "value"))
