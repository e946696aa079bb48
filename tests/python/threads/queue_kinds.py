"""Queue, LifoQueue, PriorityQueue and SimpleQueue: order, limits, timeouts, task_done and join."""
import queue
import threading

for kind in (queue.Queue, queue.LifoQueue, queue.PriorityQueue):
    q = kind(3)
    for item in (5, 1, 3):
        q.put(item)
    print(kind.__name__, q.full(), q.qsize(), [q.get() for _ in range(3)], q.empty())
    for action in (q.get_nowait, lambda: q.get(timeout=0.001), lambda: q.get(timeout=-1),
                   lambda: [q.put_nowait(n) for n in range(4)], lambda: q.put(1, timeout=0.001),
                   lambda: [q.task_done() for _ in range(99)]):
        try:
            print(action())
        except Exception as error:
            print(type(error).__name__, error)
q = queue.SimpleQueue()
q.put(1), q.put(2, block=False, timeout=5)
print(q.get(), q.qsize(), q.get_nowait(), q.empty())
for action in (q.get_nowait, lambda: q.get(timeout=-1), lambda: q.get(timeout="x"), lambda: q.get(block=False)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
work, results = queue.Queue(), []
def worker():
    while (item := work.get()) is not None:
        results.append(item * item)
        work.task_done()
    work.task_done()
threads = [threading.Thread(target=worker) for _ in range(3)]
[t.start() for t in threads]
for n in range(20):
    work.put(n)
work.join()
[work.put(None) for _ in threads], [t.join() for t in threads]
print(sorted(results) == [n * n for n in range(20)], work.unfinished_tasks)
