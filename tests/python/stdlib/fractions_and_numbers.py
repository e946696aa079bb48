"""Fraction: construction, arithmetic with every number type, rounding, limit_denominator, comparison,
formatting; the numeric tower."""
import numbers
import pickle
from decimal import Decimal
from fractions import Fraction as F


def attempt(function, *args, **kw):
    try:
        return function(*args, **kw)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


for args in ((), (5,), (3, 6), (3, -6), (0, 5), (1, 0), ("3/4",), (" -3/4 ",), ("1.25",), ("1e-3",),
             ("1_000/3",), ("3 / 4",), ("3/",), ("/4",), ("x",), ("1/0",), ("inf",), (1.5,), (0.1,),
             (float("nan"),), (float("inf"),), (Decimal("1.1"),), (Decimal("nan"),), (F(1, 2), F(3, 4)),
             (1.5, 2), ("1", 2), (1j,), (None,), (True, 2), (1, 2, 3), (b"1",), ("١/٢",), ("1/-2",), ("+1/2",),
             (".5",), ("5.",)):
    print(args, repr(attempt(F, *args)))
values = [F(1, 2), F(-3, 4), F(5), 2, 0.5, 1j, True, "x", None, F(0)]
for op in ("+", "-", "*", "/", "//", "%", "**", "<", "==", "!="):
    print(op, [str(attempt(eval, f"a {op} b", {"a": a, "b": b})) for a in values[:3] for b in values],
          [str(attempt(eval, f"b {op} a", {"a": F(1, 2), "b": b})) for b in values])
f = F(-7, 3)
print(f, repr(f), f.numerator, f.denominator, abs(f), -f, +f, int(f), float(f), bool(f), bool(F(0)), round(f),
      round(f, 2), round(F(25, 10)), round(F(1234, 1), -2), f.__floor__(), f.__ceil__(), f.__trunc__(),
      divmod(f, 2), divmod(7, F(3, 2)), divmod(F(1), 0.3), hash(F(1, 2)) == hash(0.5), hash(F(5)) == hash(5),
      f.as_integer_ratio(), f.conjugate(), f.real, f.imag, complex(f))
print(F(3141592653589793, 10 ** 15).limit_denominator(1000), F("0.333").limit_denominator(10),
      attempt(F(1, 3).limit_denominator, 0), F(1, 3).limit_denominator(1), F(7).limit_denominator(),
      F.from_float(0.25), F.from_decimal(Decimal("0.75")), attempt(F.from_float, "x"),
      attempt(F.from_decimal, 1.5), F.from_float(3))
print(F(2) ** 3, F(2, 3) ** -2, attempt(lambda: F(0) ** -1), F(4) ** F(1, 2), F(-8) ** F(1, 3), 2 ** F(3),
      2 ** F(1, 2), 0.5 ** F(2), attempt(lambda: F(1, 2) ** 1j), F(1, 2) ** 0, attempt(pow, F(2), 3, 5))
for text in ("F(1, 2) == 0.5", "F(1, 3) == 1 / 3", "F(1, 2) == 0.5 + 0j", "F(1, 2) < float('inf')",
             "F(1, 2) == float('nan')", "F(1, 2) < 1j", "F(1, 2) < 'a'", "F(1, 2) in [0.5]",
             "sum([F(1, 3)] * 3)", "max(F(1, 2), 0.75)", "sorted([F(1, 2), 0.25, 1])", "f'{F(1, 2)}'",
             "format(F(1, 2), '>8')", "'%s %d %.2f' % (F(3, 2), F(3, 2), F(3, 2))", "F(10 ** 30, 3) // 7",
             "F(1, 10 ** 400) + 0.0", "float(F(10 ** 400, 10 ** 399))", "float(F(10 ** 400))",
             "setattr(F(1), 'x', 1)", "setattr(F(1), 'numerator', 1)", "F(1, 2).__reduce__()[1]",
             "[F(i, 4) for i in range(4)]"):
    print(text, "->", attempt(eval, text, {"F": F}))
print(pickle.loads(pickle.dumps(f)) == f, type(F(1, 2) + 1).__name__, type(F(1, 2) + 1.0).__name__)
class Sub(F):
    def __repr__(self): return "Sub" + super().__repr__()
print(Sub(1, 2), repr(Sub(1, 2)), type(Sub(1, 2) + 1).__name__, Sub(F(1, 2)) == F(1, 2))
for kind in (numbers.Number, numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral):
    print(kind.__name__, [isinstance(v, kind) for v in (1, True, 1.5, 1j, F(1), Decimal(1), "x")])
class R(numbers.Rational):
    numerator, denominator = 3, 4
    for name in "__abs__ __add__ __ceil__ __eq__ __floor__ __floordiv__ __le__ __lt__ __mod__ __mul__ __neg__ __pos__ __pow__ __radd__ __rfloordiv__ __rmod__ __rmul__ __round__ __rpow__ __rtruediv__ __truediv__ __trunc__".split():
        locals()[name] = lambda self, *a: "stub"
    __hash__ = None
print(float(R()), F(R()), F(1, 4) + R(), attempt(complex, R()), R() - 1, bool(R()), divmod(R(), 2))
