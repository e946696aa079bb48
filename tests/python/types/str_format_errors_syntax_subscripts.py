"""str.format and format_map: fields, nesting, attributes, indexes, conversions, automatic numbering, and all
refusals (syntax) (subscripts)."""
from _str_format_errors import attempt, t

for template in (
    "{0 }", "{0.}", "{0[]}", "{0[}", "{0[a}", "{0]}", "{0.a.b}", "{0[0]}", "{0[-1]}", "{0[a]}", "{0[ 1]}",
    "{0[1 ]}", "{0[99999999999999999999]}", "{0.attr[k]}", "{0.attr[k][2][deep]}", "{0.attr[0]}",
    "{0.attr[-1]}", "{0.attr[00]}", "{0[a]b}",
):
    print(ascii(template), "->", ascii(attempt(template, t, ">9", "x", x="X", é="accent", **{"a b": 3,
        "": "empty", "-1": "m"})))
