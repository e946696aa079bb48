# str.format and format_map: fields, attributes, items, conversions, nesting, errors.
import sys

sys.path.insert(0, ".")
from _show import Recorder, show


class Place:
    name = "n"
    items = {"k": "v", "1": "one", 1: "int"}

    def __format__(self, spec):
        return "<" + spec + ">"


place, table = Place(), [10, [20, 30]]
show(globals(), "'{} {}'.format(1, 2)", "'{1} {0}'.format(1, 2)", "'{} {0}'.format(1)", "'{0} {}'.format(1)", "'{a}'.format(a=1)",
     "'{a}'.format()", "'{}'.format()", "'{2}'.format(1, 2)", "'{0.name}'.format(place)", "'{0.items[k]}'.format(place)",
     "'{0.items[1]}'.format(place)", "'{0[1][0]}'.format(table)", "'{0[-1]}'.format(table)", "'{0[a]}'.format(table)",
     "'{0.nope}'.format(place)", "'{0!r:>5}'.format('a')", "'{0!s}{0!a}'.format('\\xe9')", "'{!x}'.format(1)", "'{!}'.format(1)",
     "'{!rr}'.format(1)", "'{:{}}'.format('a', 5)", "'{:{w}.{p}}'.format(3.14159, w=8, p=3)", "'{:{:{}}}'.format(1, 2, 3)",
     "'{0:spec}'.format(place)", "'{0:{{}}}'.format(place)", "'{{}}'.format()", "'{'.format()", "'}'.format()", "'{0'.format(1)",
     "'{0]}'.format(1)", "'{0[}'.format(table)", "'{0[]}'.format(table)", "'{0.}'.format(1)", "'{.name}'.format(place)",
     "'{[0]}'.format(table)", "'{ 0}'.format(1)", "'{0 }'.format(1)", "'{-1}'.format(1)", "'{99999999999999999999}'.format(1)",
     "'{:99999999999999999999}'.format(1)", "'{a.b}'.format_map({'a': 1})",
     "'{a}'.format_map({'a': 'A'})", "'{b}'.format_map({'a': 1})", "'{0}'.format_map({'0': 'zero'})", "'{}'.format_map({})",
     "'{a}'.format_map(5)", "'{a}'.format_map(Recorder(getitem='got'))", "''.format_map()", "'{:d}'.format('a')",
     "'{:s}'.format(1)", "'{:>{w}}'.format(1)", "'{0[a]}'.format(Recorder(getitem=1))", "'{0.a}'.format(Recorder(getattr='attr'))")
