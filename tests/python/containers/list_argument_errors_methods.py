"""list and tuple methods with wrong arguments, huge and negative counts, slices of all signs, and comparison
of cycles (methods)."""
from _list_argument_errors import *

for text in (
    "x.sort(reverse=1.5)", "sorted(x, 1)", "sorted()", "sorted(5)", "sorted([1, 'a'])",
    "sorted([1], key=1, reverse=None)", "list(5)", "list(1, 2)", "list(x=1)", "tuple(5)", "tuple(x=[])",
    "x.__init__(3)", "x.__setitem__(0)", "x.__delitem__('a')", "(1, 2)[5]", "(1, 2)['a']", "(1,) + [2]",
    "(1,) < [2]", "(1,).index(2)", "[1].index(1, 1)", "[1].remove(2)", "[].pop()",
):
    try:
        print(text, "->", eval(text, {"x": list(range(10))}))
    except Exception as error:
        print(text, "->", type(error).__name__, error)
for target in ("x[1:3]", "x[::2]", "x[::-1]", "x[5:2]", "x[-1:]", "x[3:3]", "x[9:0:-2]", "x[20:30]"):
    for value in ("[]", "'ab'", "x", "range(5)", "5", "iter('xyz')", "None"):
        x = list(range(10))
        try:
            exec(f"{target} = {value}")
            print(target, value, x)
        except Exception as error:
            print(target, value, type(error).__name__, error)
a, b = [1], [1]
a.append(a), b.append(b)
print(a, (a,), [a])
for text in ("a == b", "a < b", "a == a", "a != b"):
    try:
        print(eval(text))
    except RecursionError as error:
        print("RecursionError", error)
