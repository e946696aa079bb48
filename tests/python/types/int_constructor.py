# int(): texts, bases, conversions by special methods, and everything that is refused.
import sys

sys.path.insert(0, ".")
from _show import Recorder, show

show(globals(), "int()", "int('12')", "int('  -12 \\n')", "int('+1_000')", "int('1__0')", "int('_1')", "int('1_')",
     "int('')", "int(' ')", "int('0x1f', 16)", "int('1f', 16)", "int('0x1f', 0)", "int('0b101', 0)", "int('0o17', 0)",
     "int('017', 0)", "int('0_7', 0)", "int('00', 0)", "int('z', 36)", "int('z', 35)", "int('1', 1)", "int('1', 37)",
     "int('1', -1)", "int('0x', 16)", "int('- 1')", "int('1', base=2)", "int(base=2)", "int(x='1')", "int('9' * 30)",
     "int('\u0661\u0662\u0663')", "int('\u00b2')", "int(b'12')", "int(bytearray(b'7'), 8)", "int(b'\\xff')",
     "int('1\\x002')", "int('\\ud800')", "int(3.99)", "int(-3.99)", "int(1e20)", "int(float('nan'))",
     "int(float('inf'))", "int(1j)", "int(None)", "int([])", "int(5, 10)", "int('5', 10.0)", "int('5', '10')",
     "int(memoryview(b'12'))", "int('1', 2, 3)", "int(True)", "int('1', True)")

show(globals(), "int(Recorder(int=4))", "int(Recorder(int='4'))", "int(Recorder(index=5))", "int(Recorder(trunc=6))",
     "int(Recorder(trunc=Recorder(index=7)))", "int(Recorder(trunc='x'))", "int(Recorder(int=True))",
     "int(Recorder(int=ValueError('no')))", "int('1', Recorder(index=2))", "int('1', Recorder(index=2**100))")


class Sub(int):
    def __new__(cls, *arguments):
        made = super().__new__(cls, *arguments)
        made.note = "kept"
        return made


made = Sub("41")
print(made + 1, made.note, type(+made), type(made.__int__()), made == 41, hash(made) == hash(41), repr(made))
