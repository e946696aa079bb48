import sys

events = []


def tracer(frame, event, argument):
    events.append(event)
    return tracer


def watched(n):
    return n * 2


sys.settrace(tracer)
watched(4)
sys.settrace(None)
print(events)
