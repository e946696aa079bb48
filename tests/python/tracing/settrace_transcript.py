"""sys.settrace over calls, loops, exceptions, generators and comprehensions: events with line offsets; local tracers replaced."""
import sys


def sample(n):
    total = 0
    for i in range(n):
        if i == 1:
            continue
        total += helper(i)
    try:
        helper("x")
    except TypeError:
        total = -1
    finally:
        total *= 2
    return [total + j for j in gen()]


def helper(value):
    return value + 1


def gen():
    yield 1
    yield 2


log = []


def tracer(frame, event, arg):
    if frame.f_code.co_filename != __file__ and not frame.f_code.co_filename.endswith("settrace_transcript.py"):
        return None
    shown = arg if event == "return" else arg and arg[0].__name__
    log.append((frame.f_code.co_name, event, frame.f_lineno - frame.f_code.co_firstlineno, shown if not callable(shown) else "callable"))
    return tracer


sys.settrace(tracer)
sample(3)
sys.settrace(None)
for entry in log:
    print(*entry)
log.clear()


def once(frame, event, arg):
    log.append(event)
    if event == "call":
        def local(frame, event, arg):
            log.append(("local", event))
            return None if event == "line" and len(log) > 4 else local
        return local


sys.settrace(once)
sample(1)
sys.settrace(None)
print(log[:20], sys.gettrace())


def failing(frame, event, arg):
    raise ValueError("in the tracer")


sys.settrace(failing)
try:
    helper(1)
except ValueError as error:
    print(error, sys.gettrace())
def silent(frame, event, arg):
    frame.f_trace_lines = False
    frame.f_trace_opcodes = False
    log.append(event)
    return silent
log.clear()
sys.settrace(silent)
helper(1)
sys.settrace(None)
print(log)
for bad in (5,):
    sys.settrace(None)
    try:
        sys.settrace()
    except TypeError as error:
        print(error)
calls = []
sys.setprofile(lambda frame, event, arg: calls.append((event, frame.f_code.co_name, getattr(arg, "__name__", None) if event.startswith("c_") else None)))
len([helper(1)]), list(gen()), [].append(1)
sys.setprofile(None)
print(calls)
