# str: padding, stripping, tabs, translate, maketrans, join, zfill.
import sys

sys.path.insert(0, ".")
from _show import Recorder, show

show(globals(), "'a'.center(4)", "'a'.center(5, '*')", "'ab'.center(5, '*')", "'a'.ljust(3, '\u20ac')", "'a'.rjust(-1)",
     "'a'.center(3, '')", "'a'.center(3, 'xy')", "'a'.center('3')", "'a'.center(3, b'x')", "'a'.ljust(2.0)", "'42'.zfill(5)",
     "'-42'.zfill(5)", "'+'.zfill(3)", "''.zfill(2)", "'--1'.zfill(5)", "'  x '.strip()", "'xxabxx'.strip('x')",
     "'abc'.lstrip('ba')", "'abc'.rstrip('')", "'abc'.strip(None)", "'abc'.strip(1)", "'\\u2003a\\x1f'.strip()", "'a\\tb'.expandtabs()",
     "'a\\tb\\n\\tc'.expandtabs(4)", "'a\\tb'.expandtabs(0)", "'a\\tb'.expandtabs(-3)", "'\\t'.expandtabs(tabsize=2)",
     "'a\\tb'.expandtabs('x')", "'abc'.translate({97: 'xx', 98: None, 99: 100})", "'abc'.translate({97: 'x' * 3})",
     "'abc'.translate({97: 1.5})", "'abc'.translate({97: -1})", "'abc'.translate({97: 0x110000})", "'abc'.translate('xyz' * 50)",
     "'abc'.translate([])", "'abc'.translate(5)", "str.maketrans('abc', 'xyz')", "str.maketrans('ab', 'xy', 'cd')",
     "str.maketrans('ab', 'x')", "str.maketrans({'a': 1, 98: 'c'})", "str.maketrans({'ab': 1})", "str.maketrans({1.5: 1})",
     "str.maketrans('a')", "str.maketrans('a', 'b', 5)", "str.maketrans(5, 'b')", "','.join(['a', 'b'])", "','.join('abc')",
     "''.join([])", "','.join(['a', 1])", "','.join([b'a'])", "','.join(5)", "','.join(iter('ab'))", "'-'.join({'k': 1})",
     "','.join(Recorder(iter=ValueError('no')))", "'ab' * 3", "3 * 'ab'", "'ab' * -1", "'ab' * 1.5", "'a' + 1", "'a' * 2**70",
     "'ab' * 2**62", "'a'.encode('utf-16-le')", "'abc'[5]", "'abc'['a']", "'abc'[::-1]", "'abc'[::0]", "'abc'[True]", "'abc'[1.0]")
