"""list and tuple methods with wrong arguments, huge and negative counts, slices of all signs, and comparison
of cycles (methods)."""
METHODS = sorted({*dir(list), *dir(tuple)})
ARGUMENTS = [(), (1,), (None,), ("b",), (1.5,), ([1],), (0, 1), ("a", 0), ("a", -1), ("b", 5, 2), ("a", None),
             (2 ** 70,), (-2 ** 70,), ("x", 0, 2 ** 70)]
SKIP = {"__class__", "__init_subclass__", "__subclasshook__", "__getattribute__", "__setattr__", "__delattr__",
        "__dir__", "__new__",
        "__hash__", "__reduce__", "__reduce_ex__", "__doc__", "__sizeof__", "__str__", "__format__",
        "__class_getitem__"}
for name in METHODS:
    if name in SKIP:
        continue
    for arguments in ARGUMENTS:
        for kind in (list, tuple):
            if hasattr(kind, name):
                subject = kind("abc")
                try:
                    value = getattr(subject, name)(*arguments)
                    if hasattr(value, "__next__"):
                        value = list(value)
                    print(kind.__name__, name, arguments, repr(value), subject)
                except Exception as error:
                    print(kind.__name__, name, arguments, type(error).__name__, error, subject)
values = list(range(10))
for start in (None, 0, 3, -3, 20, -20, 2 ** 80):
    for stop in (None, 0, 7, -2, -2 ** 80):
        for step in (None, 1, 2, -1, -3, 2 ** 80, -2 ** 80):
            piece = values[start:stop:step]
            assert tuple(piece) == tuple(values)[start:stop:step]
            print(len(piece), piece[:1], end=";")
print()
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
