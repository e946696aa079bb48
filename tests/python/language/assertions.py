"""assert: messages, conditions that fail to be a truth value, tuples, the message evaluated only on failure."""
import warnings


def attempt(function):
    try:
        function()
        print("passed")
    except BaseException as error:
        print(type(error).__name__, error.args, error)


def plain():
    assert 1 == 2


def message():
    assert [], "the list is empty"


def tuple_message():
    assert 0, ("a", 1)


def lazily():
    assert True, print("never evaluated")


def failing_message():
    assert None, 1 / 0


class NoTruth:
    def __bool__(self):
        raise ValueError("no truth")


class WrongTruth:
    def __bool__(self):
        return "yes"


def no_truth():
    assert NoTruth()


def wrong_truth():
    assert WrongTruth()


def none_message():
    assert 0, None


def chained():
    assert 1 < 2 < 2, f"{1 < 2 < 2}"


def with_not():
    assert not [1], "list"


for function in (plain, message, tuple_message, lazily, failing_message, no_truth, wrong_truth, none_message, chained, with_not):
    print(function.__name__, end=": ")
    attempt(function)

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    code = compile("assert (0, 'message')", "<source>", "exec")
    print([(w.category.__name__, str(w.message), w.lineno, w.filename) for w in caught])
exec(code)
print("a tuple is true")
AssertionError = ValueError
attempt(plain)
del AssertionError
print(eval(compile("__debug__", "", "eval")))
for level in (0, 1, 2):
    space = {}
    exec(compile("'''doc'''\nassert not __debug__\nx = 1", "<o>", "exec", optimize=level) if level else
         compile("x = __debug__", "<o>", "exec", optimize=0), space)
    print(level, space["x"], space.get("__doc__"))
for source in ("__debug__ = 1", "def f(__debug__): pass", "del __debug__", "x.__debug__ = 1", "f(__debug__=1)", "import __debug__",
               "for __debug__ in []: pass", "assert", "assert x,", "assert x, y, z"):
    try:
        compile(source, "<bad>", "exec")
        print(source, "compiles")
    except SyntaxError as error:
        print(source, "->", error.msg)
assert sum([1, 2]) == 4, "uncaught at the end"
# exit code 1
