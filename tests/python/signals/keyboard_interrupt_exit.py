# An uncaught KeyboardInterrupt ends the program by the signal itself, after `finally`, `atexit` and flushing.
import atexit
import signal

atexit.register(print, "atexit")
try:
    signal.raise_signal(signal.SIGINT)
finally:
    print("finally")
# exit code -2
