"""decimal: construction, contexts, traps, rounding modes, special values, formatting, comparison, methods,
errors (arithmetic) (rounding)."""
from _decimal_matrix import D, attempt

for text in (
    "int(D('1.9'))", "int(D('nan'))", "int(D('inf'))", "float(D('1e400'))", "float(D('snan'))",
    "round(D('2.5'))", "round(D('2.567'), 2)", "round(D('25'), -1)", "divmod(D(7), 2)", "divmod(D(-7), 2)",
    "D(7) % -3", "hash(D('1.0')) == hash(1)", "hash(D('snan'))", "hash(D('nan')) is not None",
    "bool(D('-0'))", "abs(D('-0'))", "-D('0')", "+D('-0')", "D('1.10').normalize()",
):
    print(text, "->", attempt(eval, text, {"D": D}))
