"""SimpleQueue lets other threads run while it waits; pools of concurrent.futures rest on that."""
import concurrent.futures
import queue
import threading

items, answers = queue.SimpleQueue(), queue.SimpleQueue()


def worker():
    while (item := items.get()) is not None:
        answers.put(item * 2)


threads = [threading.Thread(target=worker) for _ in range(3)]
for thread in threads:
    thread.start()
for number in range(10):
    items.put(number)
print(sorted(answers.get(timeout=10) for _ in range(10)))
for _ in threads:
    items.put(None)
for thread in threads:
    thread.join()
print(items.empty(), answers.qsize())
try:
    answers.get(timeout=0.01)
except queue.Empty as error:
    print(type(error).__name__)

with concurrent.futures.ThreadPoolExecutor(max_workers=4) as pool:
    print(list(pool.map(abs, range(-5, 0))))
    print(type(pool.submit(lambda: 1 / 0).exception()).__name__)
