# SimpleQueue in one thread: order, timeouts, arguments, weak references, cycles.
import _queue
import gc
import weakref

queue = _queue.SimpleQueue()


def show(function, *arguments, **keywords):
    try:
        print(function.__name__, function(*arguments, **keywords))
    except Exception as error:
        print(function.__name__, type(error).__name__, error)


print(queue.empty(), queue.qsize())
for item in (1, "two", None):
    print(queue.put(item), queue.put_nowait(item))
print(queue.empty(), queue.qsize(), queue.get(), queue.get_nowait(), queue.get(False), queue.get(True, 5), queue.get(timeout=0))
print(queue.get(block=True, timeout=None))
for arguments, keywords in [((), {"block": False}), ((True, 0.01), {}), ((True, -1), {}), ((), {"timeout": "a"}), ((), {"timeout": 1e300}),
                            ((), {"timeout": float("nan")}), ((1, 2, 3), {}), ((False, -5), {})]:
    show(queue.get, *arguments, **keywords)
show(queue.get_nowait)
show(queue.put)
show(queue.put, 1, 2, 3, 4)
show(queue.put, item=7, block=False, timeout=-1)
show(_queue.SimpleQueue, 1)
print(queue.get(), _queue.SimpleQueue[int], _queue.Empty.__mro__)


class Sub(_queue.SimpleQueue):
    pass


class Item:
    def __del__(self):
        print("item gone")


cyclic = Sub()
cyclic.put(cyclic)
cyclic.put(Item())
reference = weakref.ref(cyclic)
del cyclic
gc.collect()
print(reference())


class Puts:
    def __init__(self, queue):
        self.queue = queue

    def __del__(self):
        self.queue.put("from __del__")


queue.put(Puts(queue))
queue.get()
print(queue.get_nowait(), queue.qsize())
