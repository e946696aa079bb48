# The limit of digits in conversions between int and decimal text.
import sys
import sys

sys.path.insert(0, ".")
from _show import show

print(sys.get_int_max_str_digits(), sys.int_info.default_max_str_digits, sys.int_info.str_digits_check_threshold)
huge = 10**5000
show(globals(), "len('%x' % huge)", "str(huge)", "repr(huge)", "'%d' % huge", "f'{huge}'", "format(huge, 'd')",
     "'{:,}'.format(huge)", "int('9' * 4300) % 1000", "int('9' * 4301)", "int('9' * 2150 + '_' + '9' * 2150) % 7",
     "int('-' + '9' * 4300) % 1000", "int('f' * 5000, 16) % 1000", "int('1' * 10000, 2) % 1000", "int('z' * 4301, 36)",
     "int('0' * 5000)", "len(str(10**4299))", "len(str(10**4300))", "hex(huge)[:6]", "len(oct(huge))",
     "int(b'1' * 4301)", "eval('1' * 4301)", "sys.set_int_max_str_digits(100)", "sys.set_int_max_str_digits(-1)",
     "sys.set_int_max_str_digits('a')", "sys.set_int_max_str_digits(640)", "str(10**640)", "len(str(10**639))",
     "sys.set_int_max_str_digits(0)", "len(str(huge))", "int('9' * 5000) % 1000", "sys.get_int_max_str_digits()")
