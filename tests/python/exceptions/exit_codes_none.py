"""SystemExit(None) ends quietly after finally blocks and atexit functions, in their order."""
import atexit

atexit.register(print, "registered first, runs last")


@atexit.register
def second():
    print("registered second, runs first")


def raising():
    raise ValueError("in atexit")


atexit.register(raising)
try:
    try:
        raise SystemExit
    finally:
        print("finally runs")
except Exception:
    print("SystemExit is no Exception")
