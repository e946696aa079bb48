"""__int__, __index__, __float__, __complex__, __trunc__, __round__, __floor__, __ceil__, __bool__, __len__:
right and wrong."""
import math
import operator
import warnings


def give(**methods):
    def method(value):
        def call(self, *args):
            if isinstance(value, BaseException):
                raise value
            return value
        return call
    return type("Give", (), {f"__{k}__": method(v) for k, v in methods.items()})()


class IntChild(int):
    def __repr__(self):
        return f"IntChild({int(self)})"


class FloatChild(float):
    pass


def attempt(label, function, *args):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            result = function(*args)
            print(label, "->", type(result).__name__, repr(result), end="")
        except Exception as error:
            print(label, "->", type(error).__name__, error, end="")
        print("", [str(w.message) for w in caught] if caught else "")


for name, functions in (
        ("int", (int, float, operator.index, "%d".__mod__, "{:d}".format)),
        ("index", (int, float, complex, operator.index, hex, chr, range, [7, 8].__getitem__, bytes,
                   "ab".__mul__,
                   lambda x: [1] * x, lambda x: "abc"[:x], lambda x: round(1.234, x),
                   lambda x: 1 << 3 if x else 0,
                   "%x".__mod__, math.factorial, lambda x: (5).to_bytes(x, "big"), "%c".__mod__, "%d".__mod__)),
        ("float", (float, complex, math.sqrt, "%f".__mod__, int, round)),
        ("complex", (complex, abs, float)),
        ("trunc", (math.trunc, int)),
        ("bool", (bool, lambda x: not x, lambda x: "yes" if x else "no", lambda x: x and 1,
                  lambda x: [x].count(1))),
        ("len", (len, bool, list, lambda x: operator.length_hint(x, 7))),
        ("length_hint", (operator.length_hint, len)),
        ("round", (round, lambda x: round(x, None), lambda x: round(x, 2))),
        ("floor", (math.floor,)), ("ceil", (math.ceil,)), ("abs", (abs,)), ("neg", (operator.neg,)),
        ("invert", (operator.invert,)), ("pos", (operator.pos,))):
    for value in (3, -1, True, IntChild(2), 2.5, FloatChild(1.5), 1j, "text", None, NotImplemented, 2 ** 70,
                  ValueError("raised")):
        for number, function in enumerate(functions):
            if isinstance(value, int) and value > 2 ** 60 and name == "index" and number > 3:
                continue
            attempt(f"{name} {value!r} {number}", function, give(**{name: value}))
attempt("int and index", int, give(int=1, index=2))
attempt("index and trunc", int, give(index=1, trunc=2))
attempt("float and index", float, give(float=1.5, index=2))
attempt("bool before len", bool, give(bool=False, len=5))
attempt("nothing", int, object())
attempt("nothing", float, object())
attempt("nothing", complex, object())
attempt("nothing", round, object())
attempt("nothing", operator.index, 2.0)
