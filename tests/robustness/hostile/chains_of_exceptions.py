# 100,000 exceptions, each the cause, the context or the member of the next: made, shown, walked and dropped.
import io
import sys
import traceback


def chain(link, depth):
    error = None
    for number in range(depth):
        made = ValueError(number)
        if error is not None:
            link(made, error)
        error = made
    return error


def by_context(made, error):
    made.__context__ = error


def by_cause(made, error):
    made.__cause__ = error


for link in by_context, by_cause:
    error = chain(link, 100_000)
    depth, each = 0, error
    while each is not None:
        depth, each = depth + 1, each.__cause__ or each.__context__
    print(link.__name__, depth)
    try:
        raise KeyError from error
    except KeyError as caught:
        print(caught.__cause__ is error)
    del error, each

error = chain(by_context, 500)
sys.stderr = io.StringIO()
try:
    sys.excepthook(type(error), error, None)
    print(sys.stderr.getvalue().count("ValueError: ") >= 1)
finally:
    sys.stderr = sys.__stderr__
short = chain(by_cause, 50)
print("".join(traceback.format_exception(short)).count("direct cause"))

group = ValueError("inner")
for _ in range(20_000):
    group = ExceptionGroup("g", [group])
print(type(group.exceptions[0]).__name__)
for action in (lambda: repr(group), lambda: str(group)[:5], lambda: group.split(ValueError), lambda: group.subgroup(KeyError),
               lambda: group.derive([ValueError(1)])):
    try:
        print(type(action()).__name__)
    except RecursionError:
        print("RecursionError")
del group
round_about = ValueError("a"), ValueError("b")
round_about[0].__context__, round_about[1].__context__ = round_about[1], round_about[0]
print("".join(traceback.format_exception(round_about[0])).count("ValueError"))
try:
    try:
        raise round_about[0]
    except ValueError:
        raise round_about[1]
except ValueError as error:
    print(error.__context__ is round_about[0])
