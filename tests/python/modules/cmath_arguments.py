# What the functions of cmath take: numbers, __complex__, __float__, __index__; and the rules of log and isclose.
import cmath


class WithComplex:
    def __init__(self, value):
        self.value = value

    def __complex__(self):
        return self.value


class WithFloat:
    def __float__(self):
        return 2.5


class WithIndex:
    def __index__(self):
        return 7


class Sub(complex):
    def __complex__(self):
        return 99j


def show(function, *arguments, **keywords):
    try:
        print(function.__name__, function(*arguments, **keywords))
    except Exception as error:
        print(function.__name__, type(error).__name__, error)


for value in (True, 4, -4, 10**400, 2.25, WithComplex(3 + 4j), WithComplex(1), WithComplex("x"), WithFloat(), WithIndex(),
              Sub(1, 2), "1", None, [], b"1"):
    show(cmath.sqrt, value)
for arguments in [(0,), (0, 2), (2, 0), (2, 1), (8, 2), (1j, 1j), (1, "x"), (), (1, 2, 3)]:
    show(cmath.log, *arguments)
for arguments, keywords in [((1, 1 + 1e-10), {}), ((1, 1.1), {"rel_tol": 0.2}), ((1, 2), {"rel_tol": -1}),
                            ((1e308 + 1e308j, float("inf")), {}), ((float("inf"), float("inf")), {}), ((1j, 1j), {}),
                            ((0, 1e-20), {"abs_tol": 1e-15}), ((0, 1), {"abs_tol": "x"}), ((1,), {})]:
    show(cmath.isclose, *arguments, **keywords)
for value in (1j, complex("inf"), complex(0, float("nan")), complex("nan-infj")):
    print(cmath.isfinite(value), cmath.isinf(value), cmath.isnan(value))
show(cmath.rect, 1)
show(cmath.rect, 1j, 1)
show(cmath.polar, 3 + 4j)
show(cmath.polar, 1e308 + 1e308j)
print(cmath.pi, cmath.e, cmath.tau, cmath.inf, cmath.infj, cmath.nan, cmath.nanj)
print(complex(WithComplex(3 + 4j)), complex(WithComplex(1j), 2))
for bad in (WithComplex("x"), WithComplex(None)):
    show(complex, bad)
