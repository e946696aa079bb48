"""%-formatting: too few and too many arguments, mappings, stars, wrong types, flags, bytes, and odd operands
(arguments)."""


def attempt(template, values):
    try:
        return template % values
    except Exception as error:
        return f"{type(error).__name__}: {error}"


class Mapping:
    def __getitem__(self, key):
        return f"<{key}>"


class Both(tuple):
    def __getitem__(self, key):
        return "item" if isinstance(key, str) else tuple.__getitem__(self, key)


class D(dict):
    def __missing__(self, key):
        return "missing " + key


CASES = [
    ("%s", ()), ("%s", (1, 2)), ("%s %s", 1), ("%s %s", (1,)), ("%", 1), ("%z", 1), ("%é", 1), ("abc%", ()),
    ("%5", 1), ("%.", 1), ("%%", ()), ("%%", 1), ("%5%", ()), ("%-5%|", ()), ("%(a)s", {"a": 1}),
    ("%(a)s", {}), ("%(a)s", (1,)), ("%(a)s", 5), ("%(a)s", Mapping()), ("%(a", {}), ("%(a)", {"a": 1}),
    ("%(a(b)c)s", {"a(b)c": 2}), ("%()s", {"": 3}), ("%(x)s", D()), ("no", {"a": 1}), ("no", [1]), ("no", 1),
    ("no", (1,)), ("no", ""), ("no", "x"), ("no", Mapping()), ("no", b""), ("no", None),
]
for template, values in CASES:
    print(ascii(template), "->", ascii(attempt(template, values))[:100])
