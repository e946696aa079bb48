"""complex: construction from text and numbers, arithmetic, comparison, formatting, errors."""
for text in ("1+2j", "j", "-j", "1", " 3.5-0.5J ", "(1+2j)", "inf-infj", "nanj", "1e3+1e-3j", "+1-1j"):
    print(repr(text), complex(text))
print(complex(1, 2), complex(1.5), complex(1j, 2), complex(1, 2j), complex(real=1), complex(imag=2), complex())
a, b = 3 + 4j, 1 - 2j
print(a + b, a - b, a * b, a / b, a ** 2, a ** b, -a, +a, abs(a), a.conjugate(), a.real, a.imag, bool(0j), bool(1j))
print(a == 3 + 4j, a != 3, 3 + 0j == 3, 3 + 0j == 3.0, hash(3 + 0j) == hash(3), a == "a", 1 + a, 2.5 * a, 1 / a, True + a)
print(0j ** 0, 1j ** 2, 2 ** 1j, (1 + 0j) ** -1, -0j, complex(0.0, -0.0), complex(-0.0, 0.0), complex(-0.0, -1))
print(f"{a:.2f} {a:>20} {a:e} {a:g} {a!r}", format(a, "010.1f") if False else "", str(1e20 + 1e-20j))
for call in (lambda: a < b, lambda: a // b, lambda: a % b, lambda: int(a), lambda: float(a), lambda: a / 0j,
             lambda: 0j ** -1, lambda: complex("1 + 2j"), lambda: complex("x"), lambda: complex("1", 2),
             lambda: complex(1, "2"), lambda: complex([]), lambda: format(a, "010"), lambda: format(a, "="),
             lambda: divmod(a, b), lambda: complex("1+2j" * 2), lambda: math_floor(a), lambda: complex("")):
    try:
        print(call())
    except (TypeError, ValueError, ZeroDivisionError, OverflowError, NameError) as error:
        print(type(error).__name__, error)


class C:
    def __complex__(self):
        return 5 + 6j


class F:
    def __float__(self):
        return 2.5


print(complex(C()), complex(F()), complex(C(), F()), sum([1j, 2]), [1j, 2j].index(2j), {1: "one"}[1 + 0j])
