"""The functions of tracemalloc: wrong arguments, states in which they have nothing to say, options."""
import os
import _tracemalloc
import subprocess
import sys
import tracemalloc
import warnings


def attempt(function, *arguments):
    try:
        return function(*arguments)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


for frames in (0, -1, 65536, 2 ** 40, "1", 1.0, None):
    print(frames, attempt(tracemalloc.start, frames))
print(tracemalloc.is_tracing(), _tracemalloc._get_traces(), _tracemalloc._get_object_traceback([]))
print(tracemalloc.get_traced_memory(), attempt(tracemalloc.take_snapshot))
print(tracemalloc.stop(), tracemalloc.clear_traces(), tracemalloc.reset_peak())
print(attempt(tracemalloc.start, 1, 2), attempt(tracemalloc.get_traced_memory, 1))

tracemalloc.start(65535)
block = bytes([1, 2]) * 500
[trace] = [trace for trace in _tracemalloc._get_traces() if trace[1] == sys.getsizeof(block)]
print(trace[0], trace[2][0][0] == __file__, trace[2][0][1], trace[3])
first, second = [bytes(3000) for _ in range(2)]
same = [trace[2] for trace in _tracemalloc._get_traces() if trace[1] == sys.getsizeof(first)]
print(len(same), same[0] is same[1])

# A warning with a source tells where that came from.
with warnings.catch_warnings():
    warnings.simplefilter("always")
    warnings.showwarning = lambda *rest, **names: print("shown", rest[1].__name__)
    file = open(__file__)
    del file
    warnings.warn("of a block", ResourceWarning, source=block)
message = warnings.WarningMessage("text", UserWarning, __file__, 1, source=block)
print(warnings._formatwarnmsg(message).replace(__file__, "FILE"))
tracemalloc.stop()

REPORT = "import tracemalloc as t; print(t.is_tracing(), t.get_traceback_limit())"
for options in (["-X", "tracemalloc"], ["-X", "tracemalloc=7"], ["-X", "tracemalloc="], ["-X", "tracemalloc=0"],
                ["-X", "tracemalloc=-1"], ["-X", "tracemalloc=many"], ["-X", "tracemalloc=3", "-X", "tracemalloc=5"]):
    done = subprocess.run([sys.executable, *options, "-c", REPORT], capture_output=True, text=True)
    print(options, done.returncode, done.stdout.strip(), done.stderr.strip().splitlines()[:2])
for value in ("12", "0", "x", ""):
    done = subprocess.run([sys.executable, "-c", REPORT], capture_output=True, text=True,
                          env=dict(os.environ, PYTHONTRACEMALLOC=value))
    print(value, done.returncode, done.stdout.strip(), done.stderr.strip().splitlines()[:1])
