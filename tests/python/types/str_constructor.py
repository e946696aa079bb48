# str(): objects, bytes with encodings, and what __str__ and __repr__ may give back.
import sys

sys.path.insert(0, ".")
from _show import Recorder, show

show(globals(), "str()", "str(5)", "str(object=5)", "str(b'abc')", "str(b'abc', 'ascii')", "str(b'\\xff', 'ascii')",
     "str(b'\\xff', 'ascii', 'ignore')", "str(b'\\xff', errors='replace')", "str(b'\\xff', 'utf-8', 'surrogateescape')",
     "str('abc', 'utf-8')", "str(5, 'utf-8')", "str(bytearray(b'x'), 'latin-1')", "str(memoryview(b'x'), 'ascii')",
     "str(b'', 'no-such-codec')", "str(b'x', 'no-such-codec')", "str(b'x', 5)", "str(b'x', 'utf-8', 5)", "str(b'x', 'utf-8', 'odd')",
     "str(b'\\xff', 'utf-8', 'odd')", "str(1, 2, 3, 4)", "str(obj=1)", "str(Recorder(str='text'))", "str(Recorder(str=5))",
     "str(Recorder(repr='shown'))", "str(Recorder(repr=5))", "repr(Recorder(repr=b'x'))", "str(Recorder(str=KeyError('k')))",
     "ascii('\\xe9\\u20ac\\U0001F600')", "ascii(Recorder(repr='\\xe9'))", "repr('it\\'s')", "repr('\"')", "repr('\\'\"')",
     "repr('\\t\\n\\r\\\\\\x00\\x7f\\xa0\\xad\\u2028\\ud800\\U000e0001')", "format(Recorder(format='f'), 'x')",
     "format(Recorder(format=5))", "format('a', 5)", "format('a', '>5')", "'%s' % Recorder(str=5)", "print(Recorder(str=5))")


class Sub(str):
    def __str__(self):
        return "from __str__"


made = Sub("value")
print(made, repr(made), str(made), f"{made}", "%s" % made, made.upper(), type(made[:]), type(str(made)), type(made + ""),
      [made], made == "value", hash(made) == hash("value"), {made: 1}["value"], "".join([made]), type(Sub(Sub("x")).strip()))
