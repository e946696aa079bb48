"""Calls with arguments that do not fit: the texts of the errors, by position and by name."""

from decimal import *

D, C = Decimal, Context()
calls = [
    lambda: D(1, 2, 3), lambda: D(valu=3), lambda: D(1, context=3), lambda: D(value="2"), lambda: D(1).compare(), lambda: D(1).compare(1, 2, 3),
    lambda: D(1).compare(other=2), lambda: D(1).compare(2, context=None), lambda: D(1).exp(1, 2), lambda: D(1).exp(x=2), lambda: D(1).exp(context=2),
    lambda: D(1).fma(1), lambda: D(1).fma(1, third=2), lambda: D(2).fma(third=1, other=2), lambda: D(1).quantize(), lambda: D(1).quantize(1, "x"),
    lambda: D(1).quantize(exp=D("0.01"), rounding=ROUND_UP), lambda: D(1).quantize(1, context=1), lambda: D(1).is_nan(1), lambda: D(1).adjusted(1),
    lambda: D(1).__round__(1, 2), lambda: D(1).__format__(), lambda: D(1).__format__(1), lambda: D(1).__format__("", 1), lambda: D(1).__format__("", {}, 3),
    lambda: D.from_float(), lambda: D.from_float("1"), lambda: D.from_float(1, 2), lambda: D(1).__deepcopy__(), lambda: D(1).__copy__(1),
    lambda: D(1).to_integral(rounding="x"), lambda: D(1).to_integral_exact(ROUND_UP, None), lambda: D(1).to_eng_string(1), lambda: D(1).max("x"),
    lambda: D(1).max(1.5), lambda: D(1).copy_sign(None), lambda: D(1).same_quantum("1"), lambda: D(1).compare_total([]), lambda: D(1).shift("x"),
    lambda: C.add(1), lambda: C.add(1, 2, 3), lambda: C.add(1, 1.5), lambda: C.add(x=1, y=2), lambda: C.abs(), lambda: C.abs("1"), lambda: C.power(1),
    lambda: C.power(1, 2, x=3), lambda: C.power(1, b=2, a=4), lambda: C.power(2, b=3, modulo=5), lambda: C.power(2, 3, "x"), lambda: C.fma(1, 2),
    lambda: C.create_decimal(1, 2), lambda: C.create_decimal(), lambda: C.create_decimal(b"1"), lambda: C.create_decimal_from_float("x"),
    lambda: C.canonical(1), lambda: C.is_canonical("x"), lambda: C.copy_decimal(1.5), lambda: C.copy_decimal(3), lambda: C.Etiny(1), lambda: C.radix(1),
    lambda: Context(1, 2, 3, 4, 5, 6, 7, 8, 9), lambda: Context(x=3), lambda: Context(prec="a"), lambda: Context(prec=1 << 70), lambda: Context(traps=[1]),
    lambda: Context(traps={}), lambda: Context(traps=3), lambda: Context(rounding=4), lambda: Context(5, ROUND_UP, -9, 9, 0, 1, [], [Inexact]),
    lambda: setcontext(), lambda: setcontext(1), lambda: getcontext(1), lambda: localcontext(x=3), lambda: localcontext(3), lambda: localcontext(prec=0),
    lambda: localcontext().__enter__(2), lambda: localcontext().__exit__(), lambda: type(localcontext())(), lambda: C.flags.copy(1),
    lambda: D(1).__pow__(2, "x"), lambda: pow(D(1), 2, "x"), lambda: D(1).__add__("x"), lambda: D(1).__lt__("x"), lambda: D(1) < "x", lambda: D.compare(1, 2),
]
for number, call in enumerate(calls):
    try:
        print(number, repr(call())[:120])
    except Exception as error:
        print(number, type(error).__name__, error)
for owner in (Decimal, Context):
    print(sorted(name for name in vars(owner) if not name.startswith("__")))
    print([(name, getattr(owner, name).__text_signature__) for name in ("compare", "fma", "quantize", "exp", "power", "create_decimal") if hasattr(owner, name)])
