# repr of floats: the shortest text that reads back; hex; formatting near the switch of notations.
import struct
import sys

sys.path.insert(0, ".")
from _show import show

values = [0.0, -0.0, 1.0, -1.5, 0.1, 0.2 + 0.1, 1e15, 1e16, 123456789012345680.0, 1e22, 1e23, 1e-4, 1e-5, 5e-324,
          2.2250738585072014e-308, 1.7976931348623157e308, 9007199254740993.0, 2.5, 1 / 3, 100.0, 1e100,
          float("inf"), float("-inf"), float("nan"), 3.14159265358979, 0.30000000000000004, 4.35, 1.005]
for value in values:
    print(repr(value), value.hex(), "%.3g|%e|%f|%g|%r" % (value, value, value, value, value), format(value, ".2f"))
    assert value != value or float(repr(value)) == value and float.fromhex(value.hex()) == value
state = 12345
for _ in range(300):
    state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
    value = struct.unpack("<d", state.to_bytes(8, "little"))[0]
    assert value != value or float(repr(value)) == value
show(globals(), "float.fromhex('0x1.8p1')", "float.fromhex('1.8p1')", "float.fromhex(' -0x.8p0 ')", "float.fromhex('inf')",
     "float.fromhex('nan')", "float.fromhex('0x1p1024')", "float.fromhex('0x1p-1080')", "float.fromhex('')",
     "float.fromhex('0x')", "float.fromhex('1g')", "float.fromhex(1)", "float.fromhex('0x1.fffffffffffff8p0')",
     "float.fromhex('0x1.fffffffffffff7p0')", "(1.5).hex(1)", "float.hex('a')", "(0.1).as_integer_ratio()",
     "float('inf').as_integer_ratio()", "float('nan').as_integer_ratio()", "(-2.0).is_integer()", "float('inf').is_integer()",
     "float.__getformat__('double')", "float.__getformat__('long')", "float.__getformat__(1)")
