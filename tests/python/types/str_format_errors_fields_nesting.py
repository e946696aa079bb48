"""str.format and format_map: fields, nesting, attributes, indexes, conversions, automatic numbering, and all
refusals (fields) (nesting)."""
from _str_format_errors import attempt, t

for template in (
    "{0[a].b[c]}", "{0..a}", "{0.a[}", "{[a]}", "{.x}", "{.x}{[1]}", "{!r}", "{:{}}", "{0:{1}}", "{:{}}{}",
    "{}{0}", "{0}{}", "{:{0}}", "{0:{}}", "{:{:{}}}", "{:{x}}", "{0:{x!r}}", "{0:{{}}}", "{0:}}",
):
    print(ascii(template), "->", ascii(attempt(template, t, ">9", "x", x="X", é="accent", **{"a b": 3,
        "": "empty", "-1": "m"})))
