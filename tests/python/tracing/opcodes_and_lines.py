# f_trace_opcodes and f_trace_lines choose what a frame reports.
import sys


def small(a, b):
    c = a.bit_length() + b
    for x in (1, 2):
        c += x
    return c


def opcodes_only(frame, event, argument):
    frame.f_trace_opcodes = True
    frame.f_trace_lines = False
    print(event, frame.f_lasti, frame.f_lineno - frame.f_code.co_firstlineno)
    return opcodes_only


def both(frame, event, argument):
    frame.f_trace_opcodes = True
    print(event, frame.f_lasti, frame.f_lineno - frame.f_code.co_firstlineno)
    return both


def nothing(frame, event, argument):
    frame.f_trace_lines = False
    print(event)
    return nothing


for tracer in (opcodes_only, both, nothing):
    print(tracer.__name__)
    sys.settrace(tracer)
    small(1, 2)
    sys.settrace(None)

frame = sys._getframe()
print(frame.f_trace, frame.f_trace_lines, frame.f_trace_opcodes)
for name, value in (("f_trace_lines", 1), ("f_trace_opcodes", None), ("f_trace", 5)):
    try:
        setattr(frame, name, value)
        print(name, getattr(frame, name))
    except Exception as error:
        print(name, type(error).__name__, error)
del frame.f_trace
print(frame.f_trace)
