# _lsprof: the program's own timer and its units, what it may say and do; what profile function there is meanwhile.
import _lsprof
import sys

messages = []
sys.unraisablehook = lambda args: messages.append((args.exc_type.__name__, str(args.exc_value)))


def f():
    pass


def times(ticks, *unit):
    ticks = iter(ticks)
    profiler = _lsprof.Profiler(lambda: next(ticks), *unit)
    profiler.enable()
    f()
    profiler.disable()
    return [(entry.callcount, entry.totaltime, entry.inlinetime) for entry in profiler.getstats()]


print(times([0.1, 0.2, 0.3, 0.4, 0.5, 0.6]))
print(times([1, 3, 7, 20], 0.25), times([1, 3, 7, 20], -1.0), times([1, 3, 7, 20], 0))
print(times([-(2**63), 2**63 - 1, 2**62, 0], 1.0))
print(times([1e300, float("nan"), "x", 2**70]), messages)
messages.clear()
print(times(["x", 1.5, 2**70, None], 1.0), messages)


class Described(type):
    def __repr__(cls):
        profiler.clear()
        return "described"


class Attribute(metaclass=Described):
    pass


class Items(list):
    pass


items = Items()
append = items.append
Items.append = Attribute
profiler = _lsprof.Profiler()
profiler.enable()
append(1)
profiler.disable()
print(sorted(str(entry.code) for entry in profiler.getstats() if isinstance(entry.code, str)))

print(callable(profiler))
try:
    profiler(1, 2, 3)
except TypeError as error:
    print(error)
profiler.enable()
shown = sys.getprofile() is profiler
profiler.disable()
print(shown, sys.getprofile())
events = []
sys.addaudithook(lambda event, arguments: events.append(event))
profiler.enable()
profiler.disable()
sys.settrace(None)
print([event for event in events if event.startswith("sys.set")])
