# What a tracer writes into f_locals becomes the value of the local, the cell or the free variable.
import sys


def tracer(frame, event, argument):
    if event == "line":
        space = frame.f_locals
        if space.get("a") == 1:
            space["a"] = 100
        if space.get("captured") == 5:
            space["captured"] = 50
        if "free" in space:
            space["free"] = "set from outside"
        if "doomed" in space:
            del space["doomed"]
    return tracer


def plain(a):
    b = a
    return a, b


def with_cell():
    captured = 5
    reader = lambda: captured
    return captured, reader()


def with_free():
    free = 1

    def inner():
        copy = free
        return copy, free
    result = inner()
    return result, free


def loses_one():
    doomed = 1
    other = 2
    try:
        return doomed
    except UnboundLocalError as error:
        return str(error)


sys.settrace(tracer)
print(plain(1))
print(with_cell())
print(with_free())
print(loses_one())
sys.settrace(None)
print(plain(1), with_cell(), with_free(), loses_one())
