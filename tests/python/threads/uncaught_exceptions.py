# An exception that ends a thread goes to threading.excepthook; SystemExit ends it silently.
import sys
import threading
import _thread


def fails(number):
    raise ValueError(f"number {number}")


def run(target, *args, name="worker"):
    thread = threading.Thread(target=target, args=args, name=name)
    thread.start()
    thread.join()


sys.stderr = sys.stdout
run(fails, 1)
run(sys.exit, 5)
run(_thread.exit)


def hook(args):
    print("hook", args.exc_type.__name__, args.exc_value, args.exc_traceback.tb_lineno > 0, args.thread.name)


threading.excepthook = hook
run(fails, 2, name="second")


def failing_hook(args):
    raise TypeError("in the hook")


threading.excepthook = failing_hook
run(fails, 3)
threading.excepthook = threading.__excepthook__

done = threading.Event()


def low_level():
    try:
        raise KeyError("low level")
    finally:
        done.set()


hooked = []
sys.unraisablehook = lambda args: hooked.append((args.exc_type.__name__, args.err_msg, args.object is low_level))
_thread.start_new_thread(low_level, ())
done.wait()
while _thread._count():
    pass
print(hooked)
for wrong in ((1, ()), (len, 1), (len, (), 1), (len,)):
    try:
        _thread.start_new_thread(*wrong)
    except TypeError as error:
        print(error)
try:
    _thread._excepthook(5)
except TypeError as error:
    print(error)
_thread._excepthook(_thread._ExceptHookArgs([ValueError, None, None, None]) if False else
                    _thread._ExceptHookArgs([SystemExit, SystemExit(), None, None]))


# What is no exception, a traceback beside it, names that fail; how the text is written.
class Output:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)

    def flush(self):
        self.parts.append("<flush>")


class BadName:
    name = property(lambda self: 1 / 0)


class Named:
    name = None

    def __init__(self, name):
        self.name = name


try:
    1 / 0
except ZeroDivisionError as error:
    caught = error
real = sys.stderr
for fields in ((ValueError, caught, None, Named("a\udc80")), (ValueError, caught, None, BadName()),
               (ValueError, None, None, Named(None)), (ValueError, ValueError("v"), caught.__traceback__, Named(1)),
               (3, 4, 5, Named("n")), (None, None, None, Named("n")), (KeyError, 3, None, Named("n"))):
    sys.stderr = Output()
    try:
        result = _thread._excepthook(_thread._ExceptHookArgs(fields))
    except ZeroDivisionError as error:
        result = error
    shown, sys.stderr = sys.stderr.parts, real
    print(result, ascii("".join(shown)))
sys.stderr = None
for thread in (None, Named("n")):
    try:
        print(_thread._excepthook(_thread._ExceptHookArgs((KeyError, caught, None, thread))))
    except AttributeError as error:
        print(error)
sys.stderr = real
for fields in ((3, 4, None), (None, None, None), (ValueError, ValueError("v"), caught.__traceback__),
               (ValueError, ValueError("w"), 5)):
    sys.stderr = Output()
    sys.excepthook(*fields)
    shown, sys.stderr = sys.stderr.parts, real
    print(ascii("".join(shown)))
