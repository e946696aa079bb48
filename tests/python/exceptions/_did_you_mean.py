"""The objects that the programs did_you_mean_*.py misspell."""
import traceback

class Thing:
    attribute = bettribute = 1
    _private = 2
    __slots__ = ()
    colour = None

    def method(self):
        return self.methd

    def bare(self):
        return colour

    def bare_method(self):
        return method()


class WithInstance:
    def __init__(self):
        self.instance_value = 1

    def __dir__(self):
        return ["from_dir", "instance_value", 3]


class NoDir:
    some_value = 1

    def __dir__(self):
        raise RuntimeError


def last(function):
    try:
        function()
        print("no error")
    except Exception as error:
        print(traceback.format_exception(error)[-1].strip())


thing = Thing()
module_level_name = 1


def scopes():
    local_variable = 1
    def inner():
        return local_variabel
    def other():
        local_variable
        return locl_variable
    last(inner)
    last(other)
    last(lambda: module_levl_name)
    last(lambda: prnt)
    last(lambda: Excepton)
    last(lambda: x_y_z_unknown)
    last(lambda: i)
    last(lambda: lst)
    last(lambda: ranges)
