"""complex: parsing, repr of signed zeros and specials, powers, division by zero, comparison, formatting, mixed types."""
import cmath
for text in ("1+2j", " (1-2j) ", "j", "-j", "+1j", "1e5-2.5e-3j", "inf+nanj", "-infj", "1_0+2_0j", "(1)", "1 + 2j", "1+2", "1j2", "()", "", "((1j))", "1+2jj", "٣+٤j", "1+j", "nan", "1e400+0j", "1+2J"):
    try:
        print(repr(text), repr(complex(text)))
    except ValueError as error:
        print(repr(text), "->", error)
for call in ("complex(0, -0.0)", "complex(-0.0, 0)", "-0j", "0j * -1", "complex(1j, 1j)", "complex('1', 2)", "complex(1, '2')", "complex(None)", "complex([])", "complex(1, None)", "complex(real=1, imag=2)", "complex(1, 2, 3)", "complex()", "1j < 2j", "1j == 1j", "1 + 0j == 1", "hash(1 + 0j) == hash(1)", "hash(1.5j) == hash(1.5j)", "1j / 0", "1j // 1", "1j % 1", "divmod(1j, 1)", "0j ** 0", "0j ** -1", "0j ** 1j", "(1 + 1j) ** 2", "(1 + 2j) ** -3", "(1 + 1j) ** 0.5", "2 ** 1j", "1j ** 100", "1e200j ** 2", "abs(3 + 4j)", "abs(complex('inf+nanj'))", "abs(1e308 + 1e308j)", "int(1j)", "float(1j)", "round(1j)", "1j.conjugate()", "(1 + 2j).real", "+(1 - 1j)", "~1j", "bool(0j)", "pow(1j, 2, 3)", "1j + 'a'", "sum([1j, 2])", "max(1j, 2)", "[1j].index(1j)", "1j in {1j}", "(1 + 2j) * (3 - 1j)", "(1 + 2j) / (3 - 1j)", "1 / (1 + 1j)", "complex('inf') * 1j", "1j * float('inf')", "complex(2 ** 70)", "complex(10 ** 400)", "(1 + 2j).imag.x", "f'{1 + 2j}'", "f'{1 + 2j:.2f}'", "f'{1 - 2.5j:+.1e}'", "f'{1j:>20}'", "f'{3 + 4j:g}'", "f'{1j:010}'", "f'{1j:=5}'", "f'{1j:d}'", "f'{1j:%}'", "'%s %r' % (1j, -1j)", "'%d' % 1j", "'%f' % 1j", "repr(complex(1.5, float('-inf')))", "complex(1e16, 1e-7)", "1j.__getnewargs__()", "complex.__add__(1j, 'x')", "(1j).__eq__('x')", "cmath.sqrt(-1)", "cmath.phase(-1)", "cmath.polar(1j)", "cmath.exp(1j * cmath.pi).real", "cmath.isclose(1j, 1.0000000001j)", "cmath.log(0)", "cmath.rect(2, 0)", "cmath.isnan(complex('nan'))", "cmath.log(-1, 10)"):
    try:
        print(call, "=", repr(eval(call)))
    except Exception as error:
        print(call, "->", type(error).__name__, error)
