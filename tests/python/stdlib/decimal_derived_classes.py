"""Classes derived from Decimal and Context; pickles, copies, arguments that run code of their own."""

import copy
import gc
import pickle
from decimal import *


def show(label, function):
    try:
        print(label, repr(function())[:200])
    except Exception as error:
        print(label, type(error).__name__, str(error)[:150])


class Price(Decimal):
    __slots__ = ("note",)

    def __new__(cls, value="0", note=None):
        self = super().__new__(cls, value)
        self.note = note
        return self


class Plain(Decimal):
    def __hash__(self):
        return 5

    def __eq__(self, other):
        return NotImplemented

    def __radd__(self, other):
        return "radd"


price = Price("12.50", "coffee")
print(repr(price), price.note, type(price + 1).__name__, type(-price).__name__, type(price.copy_abs()).__name__, type(price.real).__name__)
print(type(Price.from_float(1.5)).__name__, repr(Price(price)), Decimal(price), type(Decimal(price)).__name__, price == Decimal("12.5"))
print(copy.copy(price) is price, copy.deepcopy(price) is price, pickle.loads(pickle.dumps(price)), price.__reduce__())
plain = Plain(3)
plain.attribute = [plain]
print(plain.__dict__.keys(), hash(plain), plain == 3, Decimal(1) + plain, plain + 1, plain in {plain})
del plain
gc.collect()
for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
    values = [Decimal("-1.50E+7"), Decimal("sNaN12"), Decimal("-0E-9"), Context(prec=7, flags=[Inexact]), DecimalTuple(1, (2,), 3)]
    print(protocol, [repr(pickle.loads(pickle.dumps(value, protocol))) for value in values])
print(repr(Decimal.__new__(Decimal)), Context.__new__(Context), repr(Price.__new__(Price, "3")))
show("foreign", lambda: Decimal.__new__(int, "2"))
show("object", lambda: object.__new__(Decimal))
show("attribute", lambda: setattr(Decimal(1), "x", 1))
show("type", lambda: setattr(Decimal, "x", 1))


class Index(int):
    def __index__(self):
        setcontext(Context(prec=3))
        return 5


class Number(float):
    def __float__(self):
        return 99.0


class Text(str):
    def __str__(self):
        return "5"


class Digits(tuple):
    def __len__(self):
        return 99


show("index", lambda: (Decimal(Index(7)) + Index(3), Decimal(3) ** Index(2), getcontext().prec))
show("float", lambda: (Decimal(Number(1.25)), Decimal(1) < Number(1.25)))
show("text", lambda: Decimal(Text("1.5")))
show("digits", lambda: Decimal(Digits((0, (1, 2), -1))))


class Rounding(str):
    def __eq__(self, other):
        raise RuntimeError("compared")

    __hash__ = str.__hash__


show("rounding", lambda: Context(rounding=Rounding("ROUND_UP")).rounding)


class Settings(Context):
    def __init__(self, *arguments, **keywords):
        super().__init__(*arguments, **keywords)
        self.extra = 1


settings = Settings(prec=4, rounding=ROUND_DOWN)
print(settings.divide(2, 3), settings.extra, type(settings.copy()).__name__, Decimal(2).sqrt(settings), settings.__reduce__()[1][:2])


class Digits(list):
    """A list whose iterator nobody asks for."""

    def __iter__(self):
        print("asked")
        return iter((0, (1, 2), 3))


for value in (Digits([1, 2, 3]), Digits([0, [1, 2], 3]), Digits([1, Digits([4, 5]), -1]), [0, Digits([]), 1], (0, Digits([7]), "F"), Digits()):
    try:
        print(Decimal(value))
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
