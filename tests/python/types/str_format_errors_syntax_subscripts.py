"""str.format and format_map: fields, nesting, attributes, indexes, conversions, automatic numbering, and all
refusals (syntax) (subscripts)."""


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
for template in (
    "{0 }", "{0.}", "{0[]}", "{0[}", "{0[a}", "{0]}", "{0.a.b}", "{0[0]}", "{0[-1]}", "{0[a]}", "{0[ 1]}",
    "{0[1 ]}", "{0[99999999999999999999]}", "{0.attr[k]}", "{0.attr[k][2][deep]}", "{0.attr[0]}",
    "{0.attr[-1]}", "{0.attr[00]}", "{0[a]b}",
):
    print(ascii(template), "->", ascii(attempt(template, t, ">9", "x", x="X", é="accent", **{"a b": 3,
        "": "empty", "-1": "m"})))
