# The other methods and attributes of int, and rounding.
import sys

sys.path.insert(0, ".")
from _show import Recorder, show

show(globals(), "(5).real", "(5).imag", "(5).numerator", "(5).denominator", "(5).conjugate()", "(10).as_integer_ratio()",
     "True.numerator", "round(1234, -2)", "round(1250, -2)", "round(1350, -2)", "round(-1250, -2)", "round(15, -1)",
     "round(25, -1)", "round(5, -1)", "round(5, -3)", "round(5, 2)", "round(5, None)", "round(5, 'a')", "round(5, 1.0)",
     "round(10**30 + 5, -1)", "round(7, 2**70)", "(5).__round__()", "(5).__trunc__()",
     "(5).__floor__()", "(5).__ceil__()", "(5).__index__()", "(5).__getnewargs__()", "(5).__format__('x')", "(5).bit_length()",
     "(-5).bit_count()", "int.bit_length('a')", "int.bit_length()", "(5).bit_length(1)", "int.real.__get__(7)",
     "(5).real.real", "bin(10)", "bin(-10)", "oct(8)", "hex(-255)", "bin(1.0)", "hex(Recorder(index=16))",
     "hex(Recorder(index='a'))", "chr(97)", "chr(-1)", "chr(0x110000)", "chr('a')", "ord('ab')", "ord('')", "ord(5)",
     "abs(-2**63)", "abs('a')", "(1).__eq__('a')", "(1).__lt__(1.5)", "(1).__add__(1.5)", "hash(-1)", "hash(2**61 - 1)",
     "hash(2**61)", "hash(-2**61)", "divmod(-7, 3)", "(7).__divmod__('a')", "(7).__rsub__(10)", "(7).__bool__()")
try:
    (5).real = 3
except AttributeError as error:
    print(error)
try:
    int.foo = 3
except TypeError as error:
    print(error)
