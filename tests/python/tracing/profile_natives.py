# A profile function hears of natives, of methods of types bound to their first argument, and of their failures.
import sys


def profiler(frame, event, argument):
    if event.startswith("c_"):
        argument = (argument.__name__, type(argument).__name__)
    elif not isinstance(argument, (int, str, type(None))):
        argument = type(argument).__name__
    print(event, frame.f_code.co_name, argument)


def work():
    x = len("abc")
    items = [2, 1]
    items.append(3)
    items.sort(key=lambda value: -value)
    str.upper("a")
    max(*[1, 2])
    print(*("a", "b"), **{"sep": "-"})
    str.join(*("-", ["x", "y"]))
    try:
        int("x")
    except ValueError:
        pass
    try:
        [].pop()
    except IndexError:
        pass
    dict(a=1)
    return sum(i for i in range(2))


def generator():
    yield 1
    yield 2


class Callable:
    def __call__(self, x):
        return abs(x)

    @property
    def prop(self):
        return hash(1)


sys.setprofile(profiler)
work()
list(generator())
Callable()(-1)
Callable().prop
sys.setprofile(None)
print(sys.getprofile(), sys.gettrace())


def failing(frame, event, argument):
    raise RuntimeError("in profile, at " + event)


sys.setprofile(failing)
try:
    work()
except RuntimeError as error:
    print("raised", error, sys.getprofile())


def failing_late(frame, event, argument):
    if event == "c_return":
        raise RuntimeError("in profile, at " + event)


sys.setprofile(failing_late)
try:
    work()
except RuntimeError as error:
    print("raised", error, sys.getprofile())
