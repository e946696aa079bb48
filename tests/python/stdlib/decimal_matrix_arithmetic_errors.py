"""decimal: construction, contexts, traps, rounding modes, special values, formatting, comparison, methods,
errors (arithmetic) (errors)."""
from _decimal_matrix import D, attempt

for text in (
    "1/D(0)", "D(0)/0", "D('inf')-D('inf')", "D('snan')+1", "D(-1).sqrt()", "D(-1).ln()", "D(0)**0",
    "D(2)**D('0.5')", "D(-8)**D('0.5')", "D(10)**400000000", "D('1e999999')*D('1e999999')", "pow(D(3), 5, 7)",
    "D(1) + 1.0", "D(1) == 1.0", "D(1) < 1.5", "D('nan') < 1", "D('nan') == 1", "D('snan') == 1", "1 + D(1)",
    "D(1) + '1'",
):
    print(text, "->", attempt(eval, text, {"D": D}))
