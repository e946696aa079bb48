"""bisect with key, bounds and failing comparisons; heapq on objects, with wrong types, merge and nlargest
with keys."""
import bisect
import heapq


def attempt(function, *args, **kw):
    try:
        return function(*args, **kw)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


data = [1, 3, 3, 3, 5, 7]
for x in (0, 1, 3, 4, 7, 9, 3.0, True):
    print(x, bisect.bisect(data, x), bisect.bisect_left(data, x), bisect.bisect_right(data, x, 2),
          bisect.bisect_left(data, x, 1, 3), bisect.bisect(data, x, hi=2),
          bisect.bisect_left(data, x, lo=5, hi=2))
for args, kw in (((data, "a"), {}), ((5, 1), {}), ((data,), {}), ((data, 3, -1), {}), ((data, 3, 0, 100), {}),
                 ((data, 3), {"lo": "a"}), ((data, 3), {"key": lambda v: -v}), ((data, 3), {"key": 5}),
                 ((data, 3, 0, None), {}), ((data, 3), {"foo": 1}), (("bdf", "c"), {}), ((data, 3), {"hi": -1}),
                 ((range(0, 10 ** 18, 2), 12345), {}), ((data, 3), {"lo": 2 ** 70}),
                 (([], 1), {"lo": 1, "hi": 2})):
    print(args[1:] , attempt(bisect.bisect_left, *args, **kw), attempt(bisect.bisect_right, *args, **kw))
people = [("ann", 20), ("bob", 30), ("cid", 40)]
print(bisect.bisect(people, 30, key=lambda p: p[1]), attempt(bisect.insort, people, ("dan", 35),
                                                             key=lambda p: p[1]), people)
bisect.insort_left(data, 3), bisect.insort(data, 4), bisect.insort_right(data, 0)
print(data, attempt(bisect.insort, (1, 2), 1), attempt(bisect.insort, data, None),
      attempt(bisect.insort, data, 1, key=lambda v: 1 / 0))
class Seq:
    def __len__(self): return 4
    def __getitem__(self, i): print("get", i, end=" "); return i * 10
    def insert(self, i, v): print("insert", i, v)
print(bisect.bisect(Seq(), 15), bisect.insort(Seq(), 25))
class Fails:
    def __lt__(self, other): raise ArithmeticError("lt")
print(attempt(bisect.bisect, [1, 2], Fails()), attempt(bisect.bisect_left, [Fails()], 1),
      attempt(heapq.heapify, [Fails(), Fails()]))
heap = []
for n in (5, 1, 8, 3, 9, 2):
    heapq.heappush(heap, n)
print(heap, heapq.heappop(heap), heapq.heappushpop(heap, 0), heapq.heapreplace(heap, 100), heap,
      heapq.heappushpop([], 5))
for function, args in ((heapq.heappop, ([],)), (heapq.heapreplace, ([], 1)), (heapq.heappush, ((1,), 2)),
                       (heapq.heapify, ((2, 1),)), (heapq.heappop, ("ab",)), (heapq.heappush, ([1], "a")),
                       (heapq.heapify, (["a", 1],)), (heapq.heappop, ([1, "a", 2],)),
                       (heapq._heappop_max, ([],)), (heapq._heapify_max, ([1, 5, 3],)), (heapq.heappush, ([],)),
                       (heapq.heapify, (5,)), (heapq.heappushpop, ([1], None))):
    print(function.__name__, args, attempt(function, *args))
print(heapq.nlargest(3, data), heapq.nsmallest(3, data), heapq.nlargest(0, data), heapq.nlargest(-1, data),
      heapq.nsmallest(100, data), heapq.nlargest(2, ["aa", "b", "ccc"], key=len), heapq.nsmallest(1, []),
      heapq.nsmallest(1, "hello"), attempt(heapq.nlargest, "a", [1]), attempt(heapq.nsmallest, 2, 5),
      attempt(heapq.nlargest, 2, [1, "a"]))
print(list(heapq.merge([1, 4], [2, 3], [])), list(heapq.merge("ace", "bd", reverse=False)),
      list(heapq.merge([5, 3], [4, 1], reverse=True)), list(heapq.merge(["a", "ccc"], ["bb"], key=len)),
      attempt(lambda: list(heapq.merge([1], ["a"]))), list(heapq.merge()))
class Shrinks:
    def __init__(self, n): self.n = n
    def __lt__(self, other): items.clear(); return self.n < other.n
for function in (heapq.heapify, heapq.heappop, lambda h: heapq.heappush(h, Shrinks(0)),
                 lambda h: heapq.heapreplace(h, Shrinks(9))):
    items = [Shrinks(n) for n in (3, 2, 1, 5, 4, 0)]
    result = attempt(function, items)
    print(result if isinstance(result, str) else type(result).__name__, len(items))
class Equal:
    def __init__(self, name): self.name = name
    def __lt__(self, other): return False
h = []
for name in "abcdefg": heapq.heappush(h, Equal(name))
print("".join(heapq.heappop(h).name for _ in range(7)))
