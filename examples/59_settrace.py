"""sys.settrace: the interpreter tells a function of each call, line, return and exception."""
import sys
import threading


def absolute(n):
    if n < 0:
        n = -n
    return n


def risky():
    try:
        absolute("x")
    except TypeError:
        return "handled"


def shown(frame, event, argument):
    line = frame.f_lineno - frame.f_code.co_firstlineno
    detail = {"return": lambda: repr(argument), "exception": lambda: argument[0].__name__}.get(event, str)()
    print(f"  {frame.f_code.co_name:9} +{line} {event:9} {detail}")
    return shown                             # the function for the events inside this call


def traced(function, *arguments):
    sys.settrace(shown)
    try:
        return function(*arguments)
    finally:
        sys.settrace(None)


print(traced(absolute, -5))
print(traced(risky))


class Coverage:
    """Which lines have run: what a coverage tool is at heart."""

    def __init__(self, function):
        self.code, self.run = function.__code__, set()

    def __enter__(self):
        sys.settrace(self.trace)
        return self

    def __exit__(self, *_):
        sys.settrace(None)

    def trace(self, frame, event, argument):
        if frame.f_code is not self.code:
            return None                      # nothing of this call
        if event == "line":
            self.run.add(frame.f_lineno)
        return self.trace

    def missed(self):
        lines = {line for _, _, line in self.code.co_lines() if line} - {self.code.co_firstlineno}
        return sorted(line - self.code.co_firstlineno for line in lines - self.run)


with Coverage(absolute) as coverage:
    absolute(3)
print("not run: +", coverage.missed())
with coverage:
    absolute(-3)
print("not run: +", coverage.missed())


# A debugger may move the line and change variables.
def jump():
    result = ["start"]
    result.append("skipped")
    result.append("end")
    return result


def jumper(frame, event, argument):
    if event == "line" and frame.f_lineno == frame.f_code.co_firstlineno + 2:
        frame.f_lineno += 1
    return jumper


sys.settrace(jumper)
skipped = jump()
sys.settrace(None)
print(skipped)

# setprofile hears of calls and returns only, those of native functions included.
events = []
sys.setprofile(lambda frame, event, argument: events.append(
    (event, argument.__name__ if event.startswith("c_") else frame.f_code.co_name)))
sorted([3, 1], key=lambda n: -n)
sys.setprofile(None)
print(events[:6], len(events))
print(sys.gettrace(), sys.getprofile(), threading.gettrace() if hasattr(threading, "gettrace") else None)
