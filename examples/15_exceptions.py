"""Exceptions: which handler takes one, what finally promises, and how one exception remembers another."""
import traceback


def flow(action):
    steps = []
    try:
        steps.append("try")
        action()
    except ZeroDivisionError:
        steps.append("except")
    else:
        steps.append("else")
    finally:
        steps.append("finally")
    return steps


print(flow(lambda: None), flow(lambda: 1 / 0))
try:
    flow(lambda: [][0])
except IndexError as error:
    print("passed through:", error)


def overriding():
    try:
        return "from try"
    finally:
        return "from finally"           # the last word


print(overriding())


class ConfigError(Exception):
    """Exceptions are classes: a handler takes subclasses too."""

    def __init__(self, key):
        super().__init__(f"no setting {key!r}")
        self.key = key


def setting(key):
    try:
        return {"color": "red"}[key]
    except KeyError as error:
        raise ConfigError(key) from error


try:
    setting("size")
except ConfigError as error:
    print(error, "- cause:", repr(error.__cause__), "- key:", error.key)

# Raising inside a handler links the two by itself; `from None` hides the first.
for hide in (False, True):
    try:
        try:
            int("x")
        except ValueError:
            if hide:
                raise RuntimeError("second") from None
            raise RuntimeError("second")
    except RuntimeError as error:
        print(repr(error.__context__), error.__suppress_context__)

# A traceback is a linked list of the frames that were left.
try:
    setting("size")
except ConfigError as error:
    for entry in traceback.extract_tb(error.__traceback__):
        print("  line", entry.lineno, "in", entry.name, "|", entry.line)
    error.add_note("see the manual")
    print(traceback.format_exception_only(error))

# A group carries several exceptions; except* takes those that fit and passes on the rest.
try:
    try:
        raise ExceptionGroup("batch", [ValueError("a"), TypeError("b"), ValueError("c")])
    except* ValueError as group:
        print("handled", group.exceptions)
except ExceptionGroup as rest:
    print("left", rest.exceptions)
