# queue.Queue and its relatives between producers and consumers.
import queue
import threading

work = queue.Queue(maxsize=4)
done = queue.SimpleQueue()


def produce(name):
    for i in range(50):
        work.put((name, i))


def consume():
    while (item := work.get()) is not None:
        done.put(item)
        work.task_done()
    work.task_done()


consumers = [threading.Thread(target=consume) for _ in range(3)]
producers = [threading.Thread(target=produce, args=(n,)) for n in range(3)]
for thread in consumers + producers:
    thread.start()
for thread in producers:
    thread.join()
for _ in consumers:
    work.put(None)
work.join()
for thread in consumers:
    thread.join()
items = []
while not done.empty():
    items.append(done.get_nowait())
print(len(items), sorted(items) == [(n, i) for n in range(3) for i in range(50)])
for action in (work.get_nowait, lambda: work.get(timeout=0.001), done.get_nowait, lambda: done.get(timeout=0.001)):
    try:
        action()
    except queue.Empty as error:
        print("empty", error.args)
for i in range(4):
    work.put(i)
for action in (lambda: work.put_nowait(1), lambda: work.put(1, timeout=0.001)):
    try:
        action()
    except queue.Full:
        print("full", work.qsize(), work.full())
stack, heap = queue.LifoQueue(), queue.Queue()
for i in (3, 1, 2):
    stack.put(i)
print([stack.get() for _ in range(3)])
