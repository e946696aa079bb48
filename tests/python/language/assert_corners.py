"""assert: messages of all kinds, tuples that are always true, no truth value, and what tracebacks show."""
import sys
import traceback
import warnings


class Odd:
    def __bool__(self):
        raise ZeroDivisionError("no truth")


class NotBool:
    def __bool__(self):
        return 1


class Message:
    def __str__(self):
        return "from str"

    def __repr__(self):
        return "from repr"


def attempt(function):
    try:
        function()
        print("passed")
    except BaseException as error:
        print("".join(traceback.format_exception_only(error)).strip(), error.args)


def with_value(condition, *message):
    if message:
        assert condition, message[0]
    else:
        assert condition


attempt(lambda: with_value(0))
attempt(lambda: with_value([]))
attempt(lambda: with_value("", None))
attempt(lambda: with_value(None, Message()))
attempt(lambda: with_value(0, ()))
attempt(lambda: with_value(0, (1, 2)))
attempt(lambda: with_value(0, ValueError("as message")))
attempt(lambda: with_value(Odd()))
attempt(lambda: with_value(NotBool()))
attempt(lambda: with_value(1, 1 if True else 0))


def lazily():
    assert True, print("never evaluated")
    assert [print("condition")] and 1
    assert not 0, undefined_name


attempt(lazily)


def message_fails():
    assert False, 1 / 0


attempt(message_fails)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    for text in ("assert (1, 'm')", "assert ()", "assert (x, y), z", "assert (1)", "assert [1], 2", "assert (1,)"):
        exec(compile(text, "<t>", "exec"), {"x": 1, "y": 2, "z": 3}) if text != "assert ()" else compile(text, "<t>", "exec")
    for warning in caught:
        print(warning.category.__name__, warning.message)


def shadowed():
    AssertionError = ValueError
    assert False, "the real one"


attempt(shadowed)
import builtins
saved = builtins.AssertionError
builtins.AssertionError = KeyError
attempt(shadowed)
builtins.AssertionError = saved
for optimize in (0, 1, 2):
    names = {}
    exec(compile("'doc'\nassert 0, 'x'" if optimize else "'doc'", "<t>", "exec", optimize=optimize), names)
    print(optimize, names.get("__doc__"), eval(compile("__debug__", "<t>", "eval", optimize=optimize)))
try:
    assert (sys.maxsize
            < 5), "a " + \
        "long message"
except AssertionError:
    traceback.print_exc(file=sys.stdout)
