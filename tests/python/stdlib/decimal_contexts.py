"""decimal: precision, rounding modes, signals and traps, special values, formatting, quantize, conversions, comparison."""
import decimal
from decimal import Decimal as D, Context, localcontext
with localcontext() as c:
    c.prec = 6
    print(D(1) / D(7), D("1.23456789") + 0, D(2).sqrt(), D(10).ln(), D(1).exp(), D("1e3") * D("1.10"), D(7) // D(2), D(-7) % D(3), divmod(D(-7), D(2)), D(2) ** D("0.5"), D(2) ** -2, -D("1.2345678"), +D("1.2345678"))
for mode in ("ROUND_UP", "ROUND_DOWN", "ROUND_CEILING", "ROUND_FLOOR", "ROUND_HALF_UP", "ROUND_HALF_DOWN", "ROUND_HALF_EVEN", "ROUND_05UP"):
    print(mode, [str(D(x).quantize(D("1"), mode)) for x in ("2.5", "-2.5", "3.5", "2.4", "-2.6", "0.01", "5.1")])
for text in ("0", "-0", "1E+5", "1.50", "NaN", "sNaN123", "-Infinity", "  3.0 ", "1_000.5", "١٢", ".5", "5.", "0x1", "", "1e", "--1", "1 2", "inf", "1e999999999999999999"):
    try:
        value = D(text)
        print(repr(text), repr(value), value.as_tuple(), value.is_nan(), value.is_signed())
    except decimal.InvalidOperation as error:
        print(repr(text), "->", error)
for expression in ("D(1) / 0", "D(0) / 0", "D('inf') - D('inf')", "D('sNaN') + 1", "D('NaN') < 1", "D('NaN') == D('NaN')", "D('1e999999') * 10", "D('1').quantize(D('1e-50'))", "D(-1).sqrt()", "D(0) ** 0", "D(1) + 1.5", "D(1) == 1.0", "D('0.1') == 0.1", "D('0.5') < 0.75", "D(1) + 'x'", "D('1.1') + 1", "D(0.1)", "D((0, (1, 2, 3), -2))", "D((2, (1,), 0))", "D(None)", "D([1])", "int(D('-1.9'))", "int(D('NaN'))", "float(D('1e400'))", "round(D('2.675'), 2)", "round(D('2.5'))", "hash(D('1.0')) == hash(1)", "hash(D('0.5')) == hash(0.5)", "hash(D('sNaN'))",
                   "D('123.456').normalize()", "D('100').normalize()", "D('1.20').compare(D('1.2'))", "D('1.2').compare_total(D('1.20'))", "D('123').adjusted()", "D('1e-7')", "D('1e-6')", "D('12345').to_eng_string()", "D('1e7').to_eng_string()", "D('3.7').to_integral_value()", "D(5).fma(2, 3)", "D('1.5').as_integer_ratio()", "max(D(1), D(2))", "D(1).next_plus()", "D('1.1').same_quantum(D('2.3'))", "D(12).logical_and(D(10))", "D('-1.5').copy_abs()", "D(5).scaleb(3)", "D(1234).shift(2)", "abs(D('-3'))", "D(1) < 2 < D(3)", "sum([D('0.1')] * 3)", "D.from_float(0.5)", "D(7).remainder_near(4)", "complex(D(2))", "bool(D('0.0'))", "D('1') in {1}", "str(D('1') / 3)"):
    try:
        print(expression, "=", eval(expression))
    except Exception as error:
        print(expression, "->", type(error).__name__, error)
for spec in ("", ".2f", "10.3f", "<10", "^12.1e", ",", "+.1f", "08.2f", "%", "g", ".3g", "E", "x", "n"):
    try:
        print(spec, f"[{D('1234.5678'):{spec}}]", f"[{D('-0.00001234'):{spec}}]")
    except ValueError as error:
        print(spec, error)
c = Context(prec=3, traps=[decimal.Inexact])
try:
    c.divide(1, 3)
except decimal.Inexact as error:
    print("trapped", type(error).__name__, [s.__name__ for s in c.flags if c.flags[s]])
print(c.create_decimal("1.5"), decimal.getcontext().prec, decimal.ExtendedContext.divide(D(1), D(0)), decimal.BasicContext.prec)
