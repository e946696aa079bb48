# pow with two and three arguments.
import sys

sys.path.insert(0, ".")
from _show import show

show(globals(), "pow(2, 10)", "pow(2, -2)", "pow(-2, 3)", "pow(0, 0)", "pow(2, 100)", "pow(3, 200, 13)",
     "pow(3, 200, -13)", "pow(3, -1, 7)", "pow(38, -1, 97)", "pow(2, -1, 4)", "pow(2, 3, 0)", "pow(2, 3, 1)",
     "pow(2, 3, -1)", "pow(-3, 3, 5)", "pow(2**100, 2**70, 2**90 + 7)", "pow(7, -5, 2**61 - 1)", "pow(0, -1, 5)",
     "pow(2, 3.0)", "pow(2.0, 3, 5)", "pow(2, 3.0, 5)", "pow(2, 3, 5.0)", "pow('a', 2)", "pow(2, 'a', 3)", "pow(2)",
     "pow(base=2, exp=5)", "pow(2, exp=5, mod=7)", "pow(2, 5, None)", "2 ** 3 ** 2", "(-1) ** (2**70)", "1 ** (2**70)",
     "0 ** (2**70)", "True ** 5", "(-8) ** (1 / 3)", "int.__pow__(2, 3, 5)", "int.__rpow__(2, 3)", "(2).__pow__('a')",
     "int.__pow__(2, 3, 5, 7)", "pow(0.0, -1)", "pow(-1.5, 0.5)", "pow(1j, 2)", "pow(1j, 2, 3)", "pow(1e200, 2)")
