# When f_lineno may not be set, and what is said then.
import sys


def attempt(frame, value):
    try:
        if value is None:
            del frame.f_lineno
        else:
            frame.f_lineno = value
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return "set"


values = (1, 1000, -5, 2**40, 2**100, "x", True, None)
print([attempt(sys._getframe(), value) for value in values])


def tracer(frame, event, argument):
    print(event, [attempt(frame, value) for value in values])
    return tracer


def generator():
    x = 1
    yield x
    return 4


def raises():
    return {}["missing"]


sys.settrace(tracer)
list(generator())
try:
    raises()
except KeyError:
    pass
sys.settrace(None)


def profiler(frame, event, argument):
    if frame.f_code.co_name == "generator":
        print(event, attempt(frame, frame.f_code.co_firstlineno + 1))


sys.setprofile(profiler)
list(generator())
sys.setprofile(None)
