"""The "Did you mean" hints of uncaught NameError, AttributeError and ImportError, and where none is given."""
import sys
import traceback


def hint(function):
    try:
        function()
    except Exception as error:
        print(traceback.format_exception_only(error)[-1].rstrip())
        sys.excepthook(type(error), error, None)


class Thing:
    some_attribute = 1
    _private = 2
    bluch = 3

    def method(self):
        return some_attribute

    def typo(self):
        return self.some_atribute


module_level = 1
alternative = 2


def local_names():
    counter_value = 1
    return counter_valeu


def enclosing():
    outer_name = 1

    def inner():
        print(outer_name)
        return outer_nane
    return inner()


for function in (Thing().method, Thing().typo, local_names, enclosing, lambda: module_leval, lambda: pritn, lambda: Thing.blech, lambda: Thing()._privat, lambda: Thing().zzzzzz, lambda: "".joinn, lambda: [].apend, lambda: sys.exitt, lambda: (1).rael,
                 lambda: completely_unknown_name, lambda: a, lambda: Tru, lambda: nul, lambda: Thing.METHOD, lambda: import_module_x, lambda: {}.key, lambda: altenative + 1, lambda: self.x, lambda: lenn("x"), lambda: None.foo, lambda: int.from_byts):
    hint(function)


def importing():
    from collections import namedtuplee


def importing_private():
    from os import _pat


hint(importing)
hint(importing_private)
e = NameError("by hand", name="pritn")
sys.excepthook(NameError, e, None)
e = AttributeError("by hand", name="apend", obj=[])
sys.excepthook(AttributeError, e, None)
e = AttributeError("no object", name="apend")
sys.excepthook(AttributeError, e, None)


class Dir:
    def __dir__(self):
        return ["alpha_beta", 5, "gamma"]


hint(lambda: Dir().alpha_bta)


class BadDir:
    def __dir__(self):
        raise ValueError("no dir")


hint(lambda: BadDir().x)
local_names()
# exit code 1
