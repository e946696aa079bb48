# str: finding, counting, replacing, splitting, with bounds and empty needles.
import sys

sys.path.insert(0, ".")
from _show import Recorder, show

text = "abracadabra"
show(globals(), "text.find('bra')", "text.find('bra', 2)", "text.find('', 11)", "text.find('', 12)", "text.rfind('')",
     "text.find('a', -3)", "text.find('a', None, -1)", "text.find('x', 2**100)", "text.find('b', -2**100, 2**100)",
     "text.index('x')", "text.rindex('a', 0, -1)", "text.count('a')", "text.count('')", "text.count('', 12)", "'aaa'.count('aa')",
     "text.startswith(('x', 'ab'))", "text.startswith('')", "text.startswith('', 12)", "text.startswith(['ab'])",
     "text.startswith(('ab', 1))", "text.endswith('bra', 0, -1)", "text.endswith(())", "text.replace('a', 'xy', 2)",
     "text.replace('', '-')", "text.replace('', '-', 3)", "text.replace('a', 'b', -1)", "text.replace('a', '')", "text.replace('a')",
     "''.replace('', 'x')", "text.replace(1, 'a')", "text.split('a')", "text.split('a', 2)", "text.rsplit('a', 2)", "text.split('')",
     "'  a  b '.split()", "'  a  b '.split(None, 1)", "'  a  b '.rsplit(None, 1)", "'a,b'.split(sep=',')", "''.split()",
     "''.split(',')", "text.split(1)", "text.partition('c')", "text.rpartition('a')", "text.partition('x')",
     "text.rpartition('x')", "text.partition('')", "text.partition(1)", "'a\\nb\\r\\nc\\x0bd\\u2028e'.splitlines()",
     "'a\\n\\nb\\r'.splitlines(True)", "''.splitlines()", "'a\\n'.splitlines(keepends='')", "text.removeprefix('abra')",
     "text.removesuffix('abra')", "text.removeprefix(1)", "'x' in text", "'' in text", "1 in text", "text.find(1)",
     "text.find('a', 'b')", "text.find('a', Recorder(index=3))", "text.find()", "text.find('a', 1.5)", "text.__contains__(None)")
