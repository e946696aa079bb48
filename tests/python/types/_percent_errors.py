"""Values of the programs percent_errors_*.py."""

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


def show_cases(cases):
    for template, values in cases:
        print(ascii(template), "->", ascii(attempt(template, values))[:100])
