"""A module is an object whose dict holds the global names of a file; its body runs once."""
import sys
import types

import _shapes                          # the other half of this project: examples/_shapes.py
import _shapes as again                 # found in sys.modules: the body does not run a second time
from _shapes import area, Square as Box

print(__name__, _shapes.__name__, repr(__package__), repr(_shapes.__package__))
print(_shapes is again, sys.modules["_shapes"] is _shapes, type(_shapes).__name__)
print(_shapes.__doc__)
print(_shapes.__file__.rpartition("/")[2], __file__.rpartition("/")[2])
print(_shapes.__spec__.name, type(_shapes.__loader__).__name__, __spec__)

# `from` copies the label at that moment: rebinding it in the module changes nothing here.
_shapes.area = lambda *sides: "patched"
print(area(2, 3), _shapes.area(2, 3), Box(2).show())

# Functions see the module they were written in.
print(area.__globals__ is vars(_shapes), area.__module__, Box.__module__)

# PEP 562: a module may compute missing attributes.
print(_shapes.computed_pi)
try:
    _shapes.nothing
except AttributeError as error:
    print(error)
for attempt in ("import _missing_module", "from _shapes import nothing", "import _shapes.inner"):
    try:
        exec(attempt)
    except ImportError as error:
        print(type(error).__name__, str(error).split(" (")[0], "- name:", error.name)

# Nothing about a module is magic: one can be made by hand.
made = types.ModuleType("made", "Made of text.")
exec("def double(x): return 2 * x\nanswer = double(21)", made.__dict__)
sys.modules["made"] = made
import made as imported
print(imported.answer, imported.__name__, imported.__doc__)

namespace = {}
exec("from _shapes import *", namespace)
print(sorted(name for name in namespace if not name.startswith("__")), _shapes.__all__)

if __name__ == "__main__":
    print("this file was started, not imported")
