# A trace function that raises ends all tracing, and its exception takes the place of what was going on.
import sys


def work(x):
    y = x + 1
    try:
        y = y // 0
    except ZeroDivisionError:
        y = -1
    return y


def generator():
    yield 1
    yield 2


def failing_at(wanted):
    def tracer(frame, event, argument):
        if event == wanted:
            raise RuntimeError("in the tracer, at " + event)
        return tracer
    return tracer


for event in ("call", "line", "exception", "return"):
    sys.settrace(failing_at(event))
    try:
        result = work(1)
    except RuntimeError as error:
        result = (str(error), error.__traceback__.tb_next.tb_frame.f_code.co_name,
                  type(error.__context__).__name__)
    print(event, result, sys.gettrace())

for event in ("call", "line", "return"):
    iterator = generator()
    sys.settrace(failing_at(event))
    try:
        result = next(iterator)
    except RuntimeError as error:
        result = str(error)
    sys.settrace(None)
    print(event, result, list(iterator))


def forgetful(frame, event, argument):
    print("forgetful", event, frame.f_lineno - frame.f_code.co_firstlineno)
    return None if event == "call" else forgetful


sys.settrace(forgetful)
work(2)
sys.settrace(None)


def changes_its_mind(frame, event, argument):
    def second(frame, event, argument):
        print("second", event)
        return None
    print("first", event)
    return second if event == "line" else changes_its_mind


sys.settrace(changes_its_mind)
work(3)
sys.settrace(None)
