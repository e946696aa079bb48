"""complex: text forms, signs of zeros, powers, division, formatting, comparison, conversion from text and
objects."""
import cmath


def attempt(function, *args, **kw):
    try:
        return function(*args, **kw)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


inf, nan = float("inf"), float("nan")
values = [0j, -0j, complex(-0.0, 0.0), complex(0.0, -0.0), complex(-0.0, -0.0), 1 + 2j, -1.5 - 0.5j, 1e20j,
          complex(inf, nan),
          complex(-inf, -inf), complex(nan, 0), 3 + 0j, 1e-5 + 1e16j]
for z in values:
    print(repr(z), str(z), z.real, z.imag, z.conjugate(), -z, +z, attempt(abs, z), bool(z), z == z,
          hash(z) == hash(z) or "nan")
for a in values[:7]:
    print([attempt(lambda: a / b) for b in values[:7]])
    print([attempt(lambda: a ** b) for b in (0, 1, 2, -1, 0.5, 1j, -2 + 1j, 10)])
    print([a * b for b in values[:7]], a - 0, 0 - a, a + -0.0)
for text in ("1", "j", "-j", "1j", "1+j", "1-2j", "(1+2j)", " ( 1+2j ) ", "1 + 2j", "+1e5-1e-5j", "inf", "infj",
             "nan+nanj", "-inf-infj", "1_0+1_0j",
             "", " ", "()", "1+", "1+2", "j1", "1j2", "1+2J", "1e", "((1))", "1\0", "١+٢j", "0x1", "1..2",
             "+-1", "1+-2j", "--1", "1_", "\ud800"):
    print(ascii(text), attempt(complex, text))
for args in ((1, 2), (1j, 2j), (1.5,), ("1", 2), (1, "2"), (None,), (1, None), ([],), (True, False), (),
             (10 ** 400,), (b"1",)):
    print(args if args != (10 ** 400,) else "huge", attempt(complex, *args))
print(complex(real=1, imag=2), complex(imag=1), attempt(complex, x=1), complex("1").imag)
for spec in ("", ".2f", "10.3", ">20", "<20.1f", "^20", "+", " ", "+.1e", "g", "G", "n", "e", "F", "#.3g",
             "020", "=20", "d", "s", "%", ",", ",.2f",
             "_", "x", ".0", "z.1f", "1000", ".999"):
    text = attempt(format, 1234.5 - 0.25j, spec)
    print(repr(spec), text if len(text) < 80 else (len(text), hash(text) and text[:5]))
for operation in ("<", "<=", ">", ">=", "//", "%", "divmod"):
    print(attempt(eval, f"1j {operation} 2" if operation != "divmod" else "divmod(1j, 2)"))
print(1 + 0j == 1, 1j == 1, 1j != "x", complex(2 ** 53) == 2 ** 53 + 1, 1 + 0j == True, (1 + 2j) in [1 + 2j],
      {1 + 0j: 1}[1])
print(attempt(int, 1j), attempt(float, 1j), attempt(lambda: 1j ** (10 ** 400)),
      attempt(lambda: (1e200 + 1e200j) ** 2),
      attempt(lambda: 0j ** -1), attempt(lambda: 0j ** 1j), attempt(lambda: 0j ** 0), attempt(pow, 1j, 2, 3),
      attempt(round, 1j))
class C(complex):
    def __complex__(self): return 5 + 5j
print(complex(C(1, 2)), C(1, 2) + 1, type(C(1) + C(2)).__name__, type(+C(1)),
      attempt(abs, complex(1e308, 1e308)))
for function in (cmath.sqrt, cmath.exp, cmath.log, cmath.phase, cmath.polar, cmath.atanh, cmath.isnan,
                 cmath.isfinite):
    print(function.__name__, [attempt(function, z) for z in (1j, 0, -1, complex(nan, 1), 1 + 1j)])
