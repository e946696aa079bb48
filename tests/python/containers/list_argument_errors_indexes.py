"""list and tuple methods with wrong arguments, huge and negative counts, slices of all signs, and comparison
of cycles (indexes)."""
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
    "x[::0]", "x[1:2, 3]", "x['a']", "x[1.0]", "x[:'a']", "x[10]", "x[-11]", "x[2**70]", "x + (1,)",
    "x + None", "x * 'a'", "'a' * x", "x * 1.5", "x * 2**62", "x < (1,)", "x.__iadd__(5)", "[] + range(3)",
    "[1] * -5", "x.sort(1)", "x.sort(key=1)", "x.sort(cmp=1)", "x.sort(reverse='a')",
):
    try:
        print(text, "->", eval(text, {"x": list(range(10))}))
    except Exception as error:
        print(text, "->", type(error).__name__, error)
