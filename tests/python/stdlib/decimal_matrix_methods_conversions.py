"""decimal: construction, contexts, traps, rounding modes, special values, formatting, comparison, methods,
errors (methods) (conversions)."""
import decimal
import pickle
from decimal import Context, ROUND_UP, getcontext

from _decimal_matrix import D, attempt

for text in (
    "D(1).next_toward(2)", "D('1.5').same_quantum(D('2.7'))", "D(3).fma(2, D('0.5'))",
    "D(7).remainder_near(4)",
    "D('nan').is_qnan(), D(0).is_zero(), D('-0').is_signed(), D(1).is_normal(), D('1e-1000000').is_subnormal()",
    "D(1).number_class()", "D.from_float(0.1)", "D.from_float('x')", "D(0.1)", "D('1').copy_sign(D('-3'))",
    "D(1).real, D(1).imag, D(1).conjugate()", "complex(D('1.5'))",
    "D('1.0').canonical(), D('1.0') == D('1'), D('1.0') is D('1.0')",
    "sorted([D(3), D('-inf'), 2, D('1.5')])", "max(D(1), D(2)), sum([D('0.1')] * 10)", "D(5).__format__(5)",
    "D(1).nope", "setattr(D(1), 'x', 1)", "D('1e-7'), D('0.000001'), D('1e6'), D('123e-10')",
):
    print(text, "->", attempt(eval, text, {"D": D}))
for kw in ({"prec": 0}, {"prec": "x"}, {"rounding": "x"}, {"Emin": 1}, {"Emax": -1}, {"capitals": 5},
           {"clamp": 3}, {"traps": [5]}, {"prec": 3, "capitals": 0, "rounding": ROUND_UP, "Emin": -5,
                                          "Emax": 5}):
    c = attempt(Context, **kw)
    print(kw, c if isinstance(c, str) else (c.prec, c.rounding, attempt(c.multiply, D("123.456"), D("1e4")),
                                            attempt(c.plus, D("9.999E+5")), attempt(c.divide, 1, 3)))
print(pickle.loads(pickle.dumps(D("-1.50"))), getcontext().prec, decimal.DefaultContext.prec,
      decimal.BasicContext.prec, decimal.ExtendedContext, attempt(decimal.setcontext, 5),
      attempt(setattr, getcontext(), "prec", -1), attempt(setattr, getcontext(), "nope", 1),
      decimal.MAX_PREC > 10 ** 9, [e.__name__ for e in decimal.DivisionByZero.__mro__])
