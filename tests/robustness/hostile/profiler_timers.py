# own limit: CPython 3.11 overflows its stack
# Timers that switch the profiler off, clear it, take it away.
import _lsprof
import sys

sys.unraisablehook = lambda args: None


def f():
    len(())
    [].append(1)


def run(action):
    def timer():
        try:
            action(profiler)
        except RuntimeError as error:
            refused.add(str(error))
        return 1

    refused = set()
    profiler = _lsprof.Profiler(timer, 1.0)
    profiler.enable()
    f()
    sys.setprofile(None)
    try:
        profiler.disable()
    except RuntimeError:
        pass
    profiler.getstats()
    return sorted(refused)


for action in (_lsprof.Profiler.disable, _lsprof.Profiler.clear, _lsprof.Profiler.enable,
               _lsprof.Profiler.getstats, lambda profiler: sys.setprofile(None)):
    print(run(action))
