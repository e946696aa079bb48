"""An uncaught exception with causes, contexts and notes prints them all, in order, and exits with 1."""


class Custom(Exception):
    def __str__(self):
        return "custom text\nof two lines"


def low():
    return {}["missing"]


def middle():
    try:
        low()
    except KeyError as error:
        error.add_note("a note on the lowest")
        raise ValueError("middle failed") from error


def high():
    try:
        middle()
    except ValueError:
        raise Custom(1)


try:
    high()
except Custom as error:
    error.add_note("first note")
    error.add_note("second note\nwith two lines")
    raise
# exit code 1
