# bool: an int of two values.
import sys

sys.path.insert(0, ".")
from _show import Recorder, show

show(globals(), "bool()", "bool(0)", "bool('')", "bool([0])", "bool(0.0)", "bool(Recorder(bool=True))",
     "bool(Recorder(bool=1))", "bool(Recorder(len=0))", "bool(Recorder(len=-1))", "bool(Recorder(len='a'))",
     "bool(Recorder(len=2**100))", "bool(Recorder(bool=KeyError(1)))", "bool(x=1)", "bool(1, 2)", "True + True", "True & 1",
     "True & False", "True ^ True", "True | 2", "~True", "-True", "+True", "True << 3", "True / 2", "True * 'ab'",
     "repr(True)", "str(False)", "'%d' % True", "f'{True:d}'", "f'{True}'", "f'{True:5}'", "f'{True:>5}'", "f'{True:s}'",
     "True == 1.0", "hash(True)", "{1: 'a', True: 'b'}", "[10, 20][True]", "int(True)", "True.real", "bool.__mro__",
     "isinstance(True, int)", "issubclass(bool, int)", "type('x', (bool,), {})", "bool.__new__(bool, [])",
     "bool.__new__(int, 1)", "int.__new__(bool, 1)", "True.__and__('a')", "bool.fromhex", "max(True, 2)", "sum([True, True])",
     "not []", "not Recorder(bool=False)", "sorted([True, False, 0, 1])", "bool.__call__", "True < 2", "True is bool(3)")
