# _string: the pieces of a template and of a field's name.
import _string


def show(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


for text in ("", "a", "a{b!r:c{d}}{{}}x{}", "{", "}", "{a", "{a!", "{a!r", "{a!rx}", "{:{}}", "{{{a}}}", "{a{b}}", "\u20ac{\u20ac}"):
    show(lambda: list(_string.formatter_parser(text)))
for text in ("", "0", "a", "a.b[c][0].d", "a[", "a[0]b", "a..b", "[1]", "99999999999999999999", "a[]"):
    show(lambda: (_string.formatter_field_name_split(text)[0], list(_string.formatter_field_name_split(text)[1])))
show(lambda: _string.formatter_parser(1))
show(lambda: _string.formatter_field_name_split(1))
