# int() and float() by way of methods: __trunc__, results of subclasses, overrides in subclasses of float.
import math
import warnings


def show(function, *arguments):
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        try:
            result = function(*arguments)
            print(repr(result), type(result).__name__)
        except Exception as error:
            print(type(error).__name__, error)
    for warning in seen:
        print("   ", warning.category.__name__, warning.message)


class Truncates:
    def __init__(self, result):
        self.result = result

    def __trunc__(self):
        return self.result


class Sub(int):
    pass


class SubFloat(float):
    pass


class GivesSub:
    def __int__(self):
        return Sub(7)

    def __float__(self):
        return SubFloat(7.5)

    def __index__(self):
        return Sub(3)


class Own(float):
    def __float__(self):
        return 42.0


class OwnSelf(float):
    def __float__(self):
        return self


class OwnInt(float):
    def __float__(self):
        return 42


class Indexed:
    def __index__(self):
        return 5


for value in (42, Sub(9), True, Indexed(), 1.5, "x", None):
    show(int, Truncates(value))
show(int, GivesSub())
show(float, GivesSub())
show(range, GivesSub())
show(math.sqrt, GivesSub())
for value in (Own(2.25), OwnSelf(2.25), OwnInt(2.25), SubFloat(2.25)):
    show(float, value)
    show(math.sqrt, value)
show(math.floor, Truncates(3))
show(math.trunc, Truncates("t"))


class Raises:
    def __trunc__(self):
        raise ZeroDivisionError("in trunc")


show(int, Raises())
with warnings.catch_warnings():
    warnings.simplefilter("error")
    show(lambda: [1, 2, 3, 4][GivesSub()])
