# complex: construction, text, arithmetic, errors.
import sys

sys.path.insert(0, ".")
from _show import Recorder, show

inf, nan = float("inf"), float("nan")
show(globals(), "complex()", "complex(1)", "complex(1, 2)", "complex('1+2j')", "complex('  (1-2j) ')", "complex('j')",
     "complex('-j')", "complex('1e5j')", "complex('1 + 2j')", "complex('')", "complex('1+2')", "complex('nan+infj')",
     "complex('1_0+2_0j')", "complex('1+2j', 3)", "complex(1, '2')", "complex(1j, 1j)", "complex(real=1, imag=2)",
     "complex(imag=3)", "complex(None)", "complex(Recorder(complex=1j))", "complex(Recorder(complex=1))",
     "complex(Recorder(float=2.5))", "complex(Recorder(index=3))", "complex(1, Recorder(complex=1j))", "complex(b'1')",
     "1j * 1j", "(1+2j) / (3-4j)", "1j / 0", "(1+2j) ** 2", "(1+2j) ** -1", "0j ** 0", "0j ** -1", "0j ** 1j", "2 ** 1j",
     "(1+2j) ** 0.5", "1j // 1", "1j % 1", "divmod(1j, 1)", "1j < 2j", "1j == 1", "1+0j == 1", "hash(1+0j) == hash(1)",
     "hash(1j)", "abs(3+4j)", "abs(complex(inf, nan))", "abs(complex(1e308, 1e308))", "-1j", "+1j", "~1j", "bool(0j)",
     "int(1j)", "float(1j)", "(1+2j).real", "(1+2j).imag", "(1+2j).conjugate()", "(1+2j).__getnewargs__()", "repr(-0j)",
     "complex(-0.0, -0.0)", "complex(nan, inf)", "str(1e16+1j)", "1j.imag", "(1j).__complex__()", "round(1j)", "1j + 'a'",
     "f'{1+2j:.2f}'", "f'{1+2j:>20}'", "f'{1+2j:+.1e}'", "f'{1+2j:d}'", "f'{1+2j:=10}'", "f'{1+2j:010}'", "format(1.5j, '')",
     "f'{1e300+1j:,.0f}'", "'%s' % 1j", "'%f' % 1j", "complex.__add__(1j, 'a')", "1j.__rsub__(2)", "sum([1j, 2])")
try:
    (1j).real = 2
except AttributeError as error:
    print(error)
