"""float: hex and fromhex, is_integer, as_integer_ratio, round, divmod, signs of zero, infinities and nan
everywhere."""
import math
import struct


def attempt(function, *args):
    try:
        return function(*args)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


inf, nan = float("inf"), float("nan")
values = [0.0, -0.0, 1.0, -1.5, 0.1, 1e308, 5e-324, 2.2250738585072014e-308, inf, -inf, nan, 1e16,
          123456789.123, 2 ** 53 + 1.0]
for x in values:
    print(repr(x), str(x), x.hex(), x.is_integer(), attempt(x.as_integer_ratio), attempt(int, x),
          attempt(round, x),
          attempt(round, x, 2), attempt(round, x, -2), bool(x), -x, abs(x), x.conjugate(), x.imag,
          attempt(math.floor, x),
          attempt(math.ceil, x), attempt(x.__trunc__))
for a in values:
    print([attempt(divmod, a, b) for b in values[::2]])
    print([attempt(lambda: a ** b) for b in (0.0, 0.5, -1.0, 2, inf, -inf, nan, 3.0)],
          [attempt(lambda: a % b) for b in values[1::3]])
for text in ("0x1p0", "0x1.8p1", "-0x.8p-2", "0x1p1024", "0x1p-1074", "0x1p-1075", "0x1.8p-1075", "1.5", "0x",
             "x1", "inf", "-Infinity",
             "nan", "+NAN", " 0x1p3 ", "0x1p", "0x1.p1", "0x.p1", "0x1.fffffffffffff8p0",
             "0x1.fffffffffffff7p0", "p1", "", "1p5",
             "0x1p99999999999999", "0x0p99999999999999999999", "1_0", "0X1P5", "0x1.0000000000000800000001p0",
             "\ud800"):
    print(ascii(text), attempt(float.fromhex, text))
for digits in (15, 16, 17, 0, -1, 300, -300, 400, 10 ** 20):
    print([attempt(round, x, digits) for x in (0.15, 2.675, 1e22, -0.5, 12345.6789)])
print([round(x) for x in (0.5, 1.5, 2.5, -0.5, -1.5, 1e20)], round(0.5, 0), round(-0.4), round(2.5, 0))
for operation in ("+", "-", "*", "/", "//", "%"):
    print(operation, [attempt(eval, f"a {operation} b", {"a": a, "b": b}) for a in (1.0, -0.0,
        inf) for b in (0.0, -0.0, 3, inf, nan)])
print(float.__getformat__("double"), attempt(float.__getformat__, "x"), struct.pack(">d", -0.0),
      math.copysign(1, -0.0),
      0.0 == -0.0, {0.0: 1, -0.0: 2}, nan != nan, nan is nan, [nan] == [nan], hash(inf), hash(-inf))
print(1e15, 1e16, 123456789012345678.0, 0.0001, 0.00001, 1.0e-7, 1e22, 1e23, 9007199254740993.0, 4.35,
      0.1 + 0.2, 1 / 3, 100.0, 1e100)
print(3 .__float__(), 10 ** 308 * 1.0, attempt(float, 10 ** 309), attempt(lambda: 10 ** 309 * 1.0),
      attempt(lambda: 1.0 < 10 ** 400),
      2 ** 53 == 2.0 ** 53, 2 ** 53 + 1 == 2.0 ** 53, 10 ** 400 > inf, -10 ** 400 < -inf, 10 ** 22 == 1e22,
      10 ** 23 == 1e23)
class F(float):
    def __new__(cls, v=0): return super().__new__(cls, v)
    def __repr__(self): return "F" + super().__repr__()
print(F(1.5), [F(2)], F(1) + F(2), F.fromhex("0x1p1"), -F(3), F(1).real, str(F(2)), f"{F(2)}", f"{F(2):.1f}",
      "%s %r" % (F(1), F(1)))
