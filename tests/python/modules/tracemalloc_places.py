"""Where tracemalloc says that blocks were asked for: lines, depth, growth, and what is forgotten.

Objects that CPython keeps in free lists (dict, float) are left out: it loses sight of those that it hands out again."""
import array
import tracemalloc


def line_of(block):
    traceback = tracemalloc.get_object_traceback(block)
    return traceback and [frame.lineno for frame in traceback]


class Slotted(str):
    __slots__ = ("a", "b")


def nested(depth):
    return bytearray(9) if depth == 0 else nested(depth - 1)


old = bytearray(10)
tracemalloc.start()
kinds = [
    bytearray(10),
    array.array("d", range(100)),
    Slotted("text"),
    {1, 2},
    (n for n in "ab"),
    lambda: kinds,
    10 ** 50,
    "é" * len(__file__),
    object(),
]
for kind in kinds:
    print(type(kind).__name__, line_of(kind))
print(line_of(old), line_of(None), line_of(7), line_of(int))

# The limit is that of the start; total_nframe tells how deep it was.
tracemalloc.stop()
tracemalloc.start(4)
tracemalloc.start(9)
deep = nested(10)
traceback = tracemalloc.get_object_traceback(deep)
print(tracemalloc.get_traceback_limit(), line_of(deep), traceback.total_nframe, len(traceback))
print(line_of(kinds[0]), tracemalloc.get_object_traceback(nested(1)).total_nframe)

# A block that grows is remembered where it grew; one that dies is forgotten.
tracemalloc.clear_traces()
grown = bytearray(b"ab")
grown.extend(b"x" * 100_000)
here = tracemalloc.Filter(True, __file__)
sizes = sorted(trace.size for trace in tracemalloc.take_snapshot().filter_traces([here]).traces)
print(sizes[-1] >= 100_000, tracemalloc.get_traced_memory()[0] >= 100_000)
del grown
print(tracemalloc.get_traced_memory()[0] < 100_000, tracemalloc.get_traced_memory()[1] >= 100_000)
tracemalloc.reset_peak()
print(tracemalloc.get_traced_memory()[1] < 100_000, tracemalloc.get_tracemalloc_memory() > 0)
tracemalloc.clear_traces()
print(line_of(deep), tracemalloc.is_tracing(), tracemalloc.get_traced_memory()[0] < 5000)
tracemalloc.stop()
print(tracemalloc.is_tracing(), tracemalloc.get_traced_memory(), tracemalloc.get_traceback_limit())
