"""Where a traceback has an empty range of columns the line of carets is empty, where it has none there is no line."""
import sys
import traceback
import types


def first_line():
    return sys._getframe()


def fail(value):
    return (value
            .missing)


frame = first_line()
for instruction in (0, 2):
    error = KeyboardInterrupt("made")
    error.__traceback__ = types.TracebackType(None, frame, instruction, frame.f_code.co_firstlineno)
    traceback.print_exception(error, file=sys.stdout)
    sys.stdout.flush()
    sys.stderr.flush()
    sys.__excepthook__(type(error), error, error.__traceback__)
try:
    fail(5)
except AttributeError as error:
    sys.__excepthook__(type(error), error, error.__traceback__)
