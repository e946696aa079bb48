"""An uncaught exception of a class of one's own, with notes and a cause: the text on standard error."""


class Failure(Exception):
    def __init__(self, part, reason):
        super().__init__(part, reason)
        self.part, self.reason = part, reason

    def __str__(self):
        return f"{self.part} failed: {self.reason}"


def inner(values):
    return values["missing"] + 1


def outer():
    try:
        return inner({"present": 1})
    except KeyError as error:
        failure = Failure("lookup", "key")
        failure.add_note("first note")
        failure.add_note("second note\nwith two lines")
        raise failure from error


print("before")
outer()
print("never")
# exit code 1
