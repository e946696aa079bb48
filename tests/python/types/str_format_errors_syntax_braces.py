"""str.format and format_map: fields, nesting, attributes, indexes, conversions, automatic numbering, and all
refusals (syntax) (braces)."""
from _str_format_errors import attempt, t

for template in (
    "{}", "{0}", "{1}", "{x}", "{", "}", "{{", "}}", "{{}}", "{}}", "{{}", "{0", "{0!", "{0!r", "{0!r:",
    "{0!x}", "{0!}", "{0!rr}", "{0!r }", "{ 0}",
):
    print(ascii(template), "->", ascii(attempt(template, t, ">9", "x", x="X", é="accent", **{"a b": 3,
        "": "empty", "-1": "m"})))
