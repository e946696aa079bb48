# Tracing switched on and off while frames run: by natives, by Python functions called from natives, for callers.
import sys

events = []


def tracer(frame, event, argument):
    events.append((event, frame.f_code.co_name, frame.f_lineno - frame.f_code.co_firstlineno))
    return tracer


def show(label):
    print(label, events)
    events.clear()


def switch_on_for_caller():
    sys._getframe().f_back.f_trace = tracer
    sys.settrace(tracer)


def traced_from_the_middle():
    a = 1
    switch_on_for_caller()
    b = 2
    sys.settrace(None)
    c = 3
    return a + b + c


traced_from_the_middle()
show("middle")


def callee():
    return 1


def through_native():
    list(map(lambda _: switch_on_for_caller(), [1]))
    callee()
    sys.settrace(None)


through_native()
show("native")


class Property:
    @property
    def value(self):
        switch_on_for_caller()
        return 5


def through_attribute():
    x = Property().value
    callee()
    sys.settrace(None)


through_attribute()
show("attribute")


def repeated():
    for i in range(3):
        sys.settrace(tracer)
        callee()
        sys.settrace(None)
        callee()


repeated()
show("repeated")


def nested_tracer(frame, event, argument):
    events.append(event)
    sys.settrace(tracer)
    return nested_tracer


sys.settrace(nested_tracer)
callee()
callee()
sys.settrace(None)
show("replaced inside")


def calls_traced(frame, event, argument):
    events.append(("outer", event))
    if event == "call" and frame.f_code.co_name == "callee":
        sys.call_tracing(through_native, ())
    return None


sys.settrace(calls_traced)
callee()
sys.settrace(None)
show("call_tracing")
try:
    sys.call_tracing(callee, [])
except TypeError as error:
    print(error)
