"""list and tuple methods with wrong arguments, huge and negative counts, slices of all signs, and comparison
of cycles (indexes)."""
from _list_argument_errors import *

for text in (
    "x[::0]", "x[1:2, 3]", "x['a']", "x[1.0]", "x[:'a']", "x[10]", "x[-11]", "x[2**70]", "x + (1,)",
    "x + None", "x * 'a'", "'a' * x", "x * 1.5", "x * 2**62", "x < (1,)", "x.__iadd__(5)", "[] + range(3)",
    "[1] * -5", "x.sort(1)", "x.sort(key=1)", "x.sort(cmp=1)", "x.sort(reverse='a')",
):
    try:
        print(text, "->", eval(text, {"x": list(range(10))}))
    except Exception as error:
        print(text, "->", type(error).__name__, error)
