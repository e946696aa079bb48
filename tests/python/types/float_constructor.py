# float(): texts, special values and conversions.
import sys

sys.path.insert(0, ".")
from _show import Recorder, show

show(globals(), "float()", "float('1.5')", "float(' 1.5\\n')", "float('1_0.5_0')", "float('1__0')", "float('_1')",
     "float('1e5')", "float('1E-5')", "float('1e')", "float('.5')", "float('5.')", "float('.')", "float('')", "float('inf')",
     "float('-Infinity')", "float('nan')", "float('-nan')", "float('infinit')", "float('1e400')", "float('-1e400')",
     "float('1e-400')", "float('4.9e-324')", "float('2.4e-324')", "float('1.7976931348623157e308')",
     "float('1.7976931348623159e308')", "float('0x1p3')", "float(b'1.5')", "float(bytearray(b'2'))", "float('\u0661.\u0665')",
     "float('1\\x00')", "float(10**308)", "float(10**309)", "float(-10**309)", "float(2**53 + 1)", "float(2**1023 * 2)",
     "float(True)", "float(None)", "float([])", "float(1j)", "float(x=1)", "float(1, 2)", "float(Recorder(float=1.5))",
     "float(Recorder(float=1))", "float(Recorder(float=ValueError('no')))", "float(Recorder(index=3))",
     "float(Recorder(index=10**400))", "float(Recorder(int=3))", "float('1.' + '0' * 500 + '1')", "float('9' * 400)",
     "float(memoryview(b'1.5'))", "float('1,5')", "float('\\ud800')")


class Sub(float):
    pass


print(repr(Sub("1.5")), type(Sub(2) + 1), Sub(2).hex(), type(float(Sub(3))), Sub.fromhex("0x1p1"), type(Sub.fromhex("1")))
