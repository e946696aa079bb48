"""An uncaught nested exception group with notes, causes and tracebacks of its members."""


def member(kind, text):
    try:
        raise kind(text)
    except kind as error:
        return error


def build():
    inner = ExceptionGroup("inner", [member(ValueError, "a"), member(KeyError, "b")])
    noted = member(TypeError, "c")
    noted.add_note("a note of a member")
    outer = ExceptionGroup("outer", [inner, noted, OSError(2, "no file")])
    outer.add_note("a note of the group")
    return outer


try:
    1 / 0
except ZeroDivisionError as error:
    raise build() from error
# exit code 1
