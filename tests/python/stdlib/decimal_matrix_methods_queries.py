"""decimal: construction, contexts, traps, rounding modes, special values, formatting, comparison, methods,
errors (methods) (queries)."""
from _decimal_matrix import D, attempt

for text in (
    "D('1E+3').to_integral_value()", "D('1E+3').to_eng_string()", "D('123E+1').to_eng_string()",
    "D('1.5').as_tuple()", "D('-1.25').as_integer_ratio()", "D('inf').as_integer_ratio()",
    "D('1.1').adjusted()", "D('5').compare(D('nan'))", "D(1).max(D('nan'))", "D('1').compare_total(D('1.0'))",
    "D('1.23').quantize(D('1e-30'))", "D('1.2').quantize(D('0.001'))", "D('1').quantize(D('inf'))",
    "D(1).scaleb(3)", "D(1).scaleb(D('1.5'))", "D(12345).shift(2)", "D(12345).rotate(-2)",
    "D('1101').logical_and(D('1011'))", "D(12).logical_or(1)", "D(1).next_plus()",
):
    print(text, "->", attempt(eval, text, {"D": D}))
