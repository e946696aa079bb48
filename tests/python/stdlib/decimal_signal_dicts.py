"""Flags and traps as mappings: views that outlive their context, comparisons, what they refuse; traps that raise."""

from collections.abc import MutableMapping
from decimal import *


def show(label, function):
    try:
        print(label, repr(function())[:300])
    except Exception as error:
        print(label, type(error).__name__, str(error)[:120])


context = Context(prec=5, traps=[])
flags = context.flags
print(type(flags).__name__, isinstance(flags, MutableMapping), len(flags), [signal.__name__ for signal in flags])
context.divide(1, 3)
print(flags[Inexact], flags[Clamped], Inexact in flags, [signal.__name__ for signal, on in flags.items() if on])
print(flags)
flags[Overflow] = "true"
print(context)
context.clear_flags()
print(any(flags.values()), flags == context.copy().flags, flags == flags.copy(), flags != Context(flags=[Inexact]).flags, type(flags.copy()))
for label, function in {"missing": lambda: flags[ValueError], "condition": lambda: flags[ConversionSyntax], "text": lambda: flags["Inexact"],
                        "delete": lambda: flags.__delitem__(Inexact), "clear": lambda: flags.clear(), "pop": lambda: flags.popitem(),
                        "hash": lambda: hash(flags), "order": lambda: flags < flags, "partial": lambda: flags == {Inexact: 0},
                        "get": lambda: flags.get(Inexact), "unknown": lambda: flags.get(5), "update": lambda: flags.update({Rounded: 1}),
                        "list": lambda: Context(traps=[Inexact, 5]), "replace": lambda: setattr(context, "flags", {Inexact: 1})}.items():
    show(label, function)
orphan = Context(flags=[Rounded]).flags
print(orphan[Rounded], orphan[Inexact])


class Truth:
    def __bool__(self):
        setcontext(Context(prec=3))
        raise RuntimeError("no truth")


show("truth", lambda: flags.__setitem__(Inexact, Truth()))

operations = {
    "syntax": lambda c: c.create_decimal("x"),
    "impossible": lambda c: c.divide_int(Decimal("1e99"), 1),
    "undefined": lambda c: c.divide(0, 0),
    "zero": lambda c: c.divide(1, 0),
    "both": lambda c: c.divmod(1, 0),
    "overflow": lambda c: c.multiply(Decimal("9e999999"), 10),
    "underflow": lambda c: c.multiply(Decimal("1.23456e-999999"), Decimal("0.001")),
    "clamped": lambda c: c.create_decimal("0e-9999999"),
    "rounded": lambda c: c.create_decimal("1.000000000"),
    "float": lambda c: c.create_decimal(1.5),
    "nan": lambda c: c.add(Decimal("sNaN3"), 1),
}
for name, operation in operations.items():
    for traps in ([], [InvalidOperation], list(flags)):
        context = Context(prec=4, traps=traps)
        try:
            outcome = operation(context)
        except ArithmeticError as error:
            outcome = type(error).__name__, [each.__name__ for each in error.args[0]], [base.__name__ for base in type(error).__bases__]
        print(name, len(traps), outcome, [signal.__name__ for signal, on in context.flags.items() if on])
