"""A profile or trace function that __enter__ sets hears of the first thing in the block."""
import cProfile
import sys

events = []


def listen(frame, event, argument):
    name = argument.__name__ if event.startswith("c_") else frame.f_code.co_name
    events.append((event, name, frame.f_lineno - start))
    return listen


class Switch:
    def __init__(self, setter):
        self.setter = setter

    def __enter__(self):
        self.setter(listen)

    def __exit__(self, *_):
        self.setter(None)


def work():
    with Switch(sys.setprofile):
        abs(1)
        len([])
    with Switch(sys.setprofile):
        for n in range(2):
            abs(n)


start = work.__code__.co_firstlineno
work()
for event in events:
    print(*event)

with cProfile.Profile() as profiler:
    abs(1)
    for n in range(2):
        abs(n)
print([entry.callcount for entry in profiler.getstats() if "abs" in str(entry.code)])

# A tracer reaches calls at once, lines of this frame only when the frame has a local tracer.
events.clear()


def inner():
    return 1


def outer():
    with Switch(sys.settrace):
        inner()
        inner()


outer()
print([(event, name) for event, name, _ in events])
