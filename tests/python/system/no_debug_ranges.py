"""Code objects without columns: tracebacks without carets, positions, lines that stay, marshal, replace()."""
import os
import subprocess
import sys

PROGRAM = '''
import marshal, sys, traceback
def divide(value):
    total = [
        value,
        1 // (value
              - 5),
    ]
    return total
print([list(position) for position in divide.__code__.co_positions()][-4:])
print(list(divide.__code__.co_lines()) == list(marshal.loads(marshal.dumps(divide.__code__)).co_lines()))
print(divide.__code__.co_linetable.hex())
copy = divide.__code__.replace(co_firstlineno=100)
print(next(iter(copy.co_positions())), list(copy.co_lines())[-1])
try:
    divide(5)
except ZeroDivisionError:
    traceback.print_exc(file=sys.stdout)
print(sorted(sys._xoptions), {position[2:] for position in copy.co_positions()})
divide(5)
'''
for options, environment in ((["-X", "no_debug_ranges"], {}), ([], {"PYTHONNODEBUGRANGES": "1"}),
                             (["-E"], {"PYTHONNODEBUGRANGES": "1"}), (["-X", "no_debug_ranges=no"], {})):
    done = subprocess.run([sys.executable, *options, "-c", PROGRAM], env={**os.environ, **environment}, capture_output=True, text=True)
    print(options, environment, done.returncode)
    print(done.stdout, done.stderr)
