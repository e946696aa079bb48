"""Traceback objects: linked entries, line numbers, frames, with_traceback, tb_next assigned, made by hand."""
import sys
import types


def third():
    raise ValueError("bottom")


def second():
    local = "in second"
    third()


def first():
    second()


def entries(traceback):
    while traceback:
        yield traceback.tb_frame.f_code.co_name, traceback.tb_lineno
        traceback = traceback.tb_next


try:
    first()
except ValueError as error:
    kept = error
traceback = kept.__traceback__
print(list(entries(traceback)))
print(traceback.tb_next.tb_next.tb_frame.f_locals, traceback.tb_lasti >= 0)
try:
    raise kept
except ValueError as again:
    print(list(entries(again.__traceback__)))
try:
    raise kept.with_traceback(None)
except ValueError as again:
    print(list(entries(again.__traceback__)), again is kept)
for wrong in (5, kept):
    try:
        kept.with_traceback(wrong)
    except TypeError as error:
        print(error)


def reraise():
    try:
        second()
    except ValueError:
        raise


try:
    reraise()
except ValueError as error:
    print(list(entries(error.__traceback__)))
    tb = error.__traceback__
made = types.TracebackType(None, tb.tb_frame, tb.tb_lasti, 77)
print(made.tb_lineno, made.tb_next, made.tb_frame is tb.tb_frame)
made.tb_next = tb
print(list(entries(made)))
for label, function in (("loop", lambda: setattr(tb, "tb_next", made)), ("type", lambda: setattr(made, "tb_next", 5)),
                        ("deleted", lambda: delattr(made, "tb_next")), ("read only", lambda: setattr(made, "tb_lineno", 5)),
                        ("arguments", lambda: types.TracebackType(None, 5, 1, 2)), ("too few", lambda: types.TracebackType())):
    try:
        function()
    except (TypeError, ValueError, AttributeError) as error:
        print(label, type(error).__name__, error)
tb.tb_next = None
print(list(entries(tb)), dir(tb))


def frames():
    names = []
    frame = sys._getframe()
    while frame:
        names.append(frame.f_code.co_name)
        frame = frame.f_back
    return names


print(frames(), (lambda: frames())())
frame = kept.__traceback__.tb_frame if kept.__traceback__ else sys._getframe()
try:
    sys._getframe().clear()
except RuntimeError as error:
    print(error)
