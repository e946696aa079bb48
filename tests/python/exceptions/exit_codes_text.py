"""SystemExit with a text prints it on standard error and exits with 1."""
import sys

try:
    sys.exit(3)
except SystemExit as stop:
    print(stop.code, stop.args, repr(stop))
print(SystemExit().code, SystemExit(1, 2).code)
sys.exit("fatal: a message")
# exit code 1
