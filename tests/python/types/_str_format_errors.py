"""Values of the programs str_format_errors_*.py."""

def attempt(template, *args, **kw):
    try:
        return template.format(*args, **kw)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


class Thing:
    attr = {"k": [1, 2, {"deep": "found"}], "0": "zero text", "-1": "minus", 0: "zero"}

    def __getitem__(self, key):
        return (type(key).__name__, key)

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return f"attr {name}"


t = Thing()
