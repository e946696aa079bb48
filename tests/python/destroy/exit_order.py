"""What happens at the end: atexit handlers in reverse, their errors, threads, __del__ of globals, output
flushed."""
import atexit
import sys
import threading


def attempt(*args):
    try:
        print(atexit.register(*args))
    except TypeError as error:
        print(error)


attempt()
attempt(5)
print(atexit.register(print, "registered first, runs last", sep="") is print)
atexit.register(print, "keyword", end="!\n")


@atexit.register
def decorated():
    print("decorated")
    atexit.register(print, "registered while exiting")


def fails():
    raise ValueError("in atexit")


atexit.register(fails)
atexit.register(print, "unregistered")


def gone(): print("never printed")


atexit.register(gone)
atexit.register(gone)
atexit.unregister(gone)
atexit.unregister(len)
print(atexit._ncallbacks() > 3)


def exits():
    print("exit code of a handler is ignored")
    sys.exit(9)


atexit.register(exits)
thread = threading.Thread(target=lambda: (threading.Event().wait(0.02), print("thread finished before atexit")))
thread.start()
print("no newline at the end", end="")
sys.stdout.write("\nend of main\n")
