"""tracemalloc remembers where memory was asked for. Sizes are the interpreter's own; places and counts are not."""
import linecache
import tracemalloc

HERE = tracemalloc.Filter(True, __file__)


def keep(n):
    return [bytearray(1000) for _ in range(n)]


def line_text(number):
    return linecache.getline(__file__, number).strip()


print(tracemalloc.is_tracing())
tracemalloc.start(5)
before = tracemalloc.take_snapshot().filter_traces([HERE])
kept = keep(50)
lost = keep(20)
del lost
current, peak = tracemalloc.get_traced_memory()
after = tracemalloc.take_snapshot().filter_traces([HERE])

# Grouped by line, compared with before: what grew, and where.
top = after.compare_to(before, "lineno")[0]
print(line_text(top.traceback[0].lineno), top.size_diff > 50_000, top.count_diff >= 50)

# The same by the whole way that led there: the most recent call last.
for statistic in after.statistics("traceback")[:1]:
    print([line_text(frame.lineno) for frame in statistic.traceback][-2:])

print(current > 50_000, peak >= current + 15_000)     # the peak knows of what has been given back
tracemalloc.reset_peak()
print(tracemalloc.get_traced_memory()[1] < peak)

trace = tracemalloc.get_object_traceback(kept[0])
print(line_text(trace[-1].lineno), tracemalloc.get_traceback_limit())
print(tracemalloc.get_object_traceback(1.5))

# Filters leave out what is not wanted; a snapshot can be kept and looked at later.
nothing = after.filter_traces([tracemalloc.Filter(False, __file__)])
print(len(nothing.traces), len(after.traces) > 50)
tracemalloc.stop()
print(tracemalloc.is_tracing(), tracemalloc.get_traced_memory())
try:
    tracemalloc.take_snapshot()
except RuntimeError as error:
    print(str(error).partition(" to ")[0])
