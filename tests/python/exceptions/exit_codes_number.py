"""The exit code is the number given, modulo 256."""
import sys


def deep():
    sys.exit(2 + 256)


deep()
# exit code 2
