# Heaps of the C functions: results, errors, comparisons that misbehave.
import _heapq as h


def show(function, *arguments):
    try:
        print(function.__name__, function(*arguments))
    except Exception as error:
        print(function.__name__, type(error).__name__, error)


items = [5, 3, 9, 1, 7, 3, 8, 2, 2, 6, 4, 0]
heap = []
for item in items:
    h.heappush(heap, item)
print(heap)
print(h.heappushpop(heap, -1), h.heappushpop(heap, 4), h.heapreplace(heap, 10), heap)
print([h.heappop(heap) for _ in range(len(heap))], heap)
for make, pop in ((h.heapify, h.heappop), (h._heapify_max, h._heappop_max)):
    heap = items * 3
    make(heap)
    print(heap)
    print([pop(heap) for _ in range(len(heap))])
heap = items[:]
h._heapify_max(heap)
print(h._heapreplace_max(heap, 4), heap)
for function in (h.heappop, h._heappop_max, h.heapify, h._heapify_max):
    show(function, [])
    show(function, (1, 2))
    show(function)
for function in (h.heappush, h.heappushpop, h.heapreplace, h._heapreplace_max):
    show(function, [], 1)
    show(function, None, 1)
    show(function, [])
show(h.heapify, [1, "a", 2])


class Clears:
    def __init__(self, heap):
        self.heap = heap

    def __lt__(self, other):
        self.heap.clear()
        return True


for function, extra in ((h.heappush, (1,)), (h.heappop, ()), (h.heapify, ()), (h.heappushpop, (1,)), (h.heapreplace, (1,)),
                        (h._heappop_max, ()), (h._heapify_max, ())):
    heap = []
    heap.extend(Clears(heap) for _ in range(6))
    try:
        print(function.__name__, type(function(heap, *[Clears(heap) for _ in extra])).__name__, len(heap))
    except Exception as error:
        print(function.__name__, type(error).__name__, error)


class Noisy:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        print(self.n, "<", other.n, end="; ")
        return self.n < other.n


heap = [Noisy(n) for n in (4, 2, 7, 1, 1, 3)]
h.heapify(heap)
print()
h.heappop(heap)
print()
h._heapify_max(heap)
print()
print([noisy.n for noisy in heap])
