"""abs, divmod, pow and round: results, types, signs, and errors."""


def attempt(function, *arguments, **named):
    try:
        print(repr(function(*arguments, **named)))
    except Exception as error:
        print(type(error).__name__, error)


for value in (0, -5, 2.5, -0.0, 3 + 4j, True, -(10 ** 30), float("-inf")):
    print(abs(value), type(abs(value)).__name__)
attempt(abs)
attempt(abs, "x")
attempt(abs, 1, 2)

for pair in ((7, 2), (-7, 2), (7, -2), (-7, -2), (7.5, 2), (-7.5, 2), (7, -2.5), (10 ** 25, -3), (True, 2)):
    print(pair, divmod(*pair), pair[0] // pair[1], pair[0] % pair[1])
attempt(divmod, 1, 0)
attempt(divmod, 1.0, 0)
attempt(divmod, 1, "a")
attempt(divmod, 1j, 1)

for arguments in ((2, 10), (2, -1), (-2, 3), (0, 0), (2.0, 0.5), (-8, 1 / 3), (2, 10, 7), (3, -1, 11), (-3, 5, -7), (5, 0, 1)):
    print(arguments, pow(*arguments))
attempt(pow, 2, -1, 4)
attempt(pow, 2, 3, 0)
attempt(pow, 2.0, 3, 5)
attempt(pow, 0, -1)
attempt(pow, 0.0, -1)
attempt(pow, "a", 2)
attempt(pow, base=2, exp=3, mod=5)
attempt(pow, 2)

for arguments in ((2.5,), (3.5,), (-2.5,), (2.675, 2), (1234, -2), (1250, -2), (5,), (2.5, None), (1e300, 2), (0.5,), (True,)):
    print(arguments, repr(round(*arguments)), type(round(*arguments)).__name__)
attempt(round, float("nan"))
attempt(round, float("inf"))
attempt(round, "x")
attempt(round, 1.5, "x")
attempt(round, 1.5, 1.5)
attempt(round, number=2.567, ndigits=1)


class Rounding:
    def __round__(self, ndigits="none given"):
        return ndigits

    def __abs__(self):
        return "absolute"

    def __divmod__(self, other):
        return ("divmod", other)

    def __rdivmod__(self, other):
        return ("rdivmod", other)

    def __pow__(self, other, modulus="none given"):
        return (other, modulus)

    def __rpow__(self, other):
        return ("rpow", other)


thing = Rounding()
print(round(thing), round(thing, 3), round(thing, None), abs(thing))
print(divmod(thing, 2), divmod(2, thing), pow(thing, 2), pow(thing, 2, 3), pow(2, thing), thing ** 4)
attempt(pow, 2, thing, 3)
