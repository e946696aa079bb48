# faulthandler: flags are ints, which are looked at before anything else; code with surrogates in its names.
import faulthandler
import signal
import tempfile


class NoIndex:
    def __index__(self):
        raise KeyError("no index")


def attempt(label, function, *arguments, **keywords):
    try:
        print(label, function(*arguments, **keywords))
    except (TypeError, ValueError, OverflowError, RuntimeError, KeyError) as error:
        print(label, type(error).__name__, error)


with tempfile.TemporaryFile() as file:
    for value in ("x", "", 1.5, 2**80, 2**40, -(2**40), None, NoIndex(), 0, 1, True):
        attempt("enable", faulthandler.enable, file, value)
        attempt("dump", faulthandler.dump_traceback, file, value)
        attempt("repeat", faulthandler.dump_traceback_later, 1000, value, file)
        attempt("exit", faulthandler.dump_traceback_later, 1000, exit=value, file=file)
        attempt("register", faulthandler.register, signal.SIGUSR1, file, value)
        attempt("chain", faulthandler.register, signal.SIGUSR1, file, chain=value)
        if value not in (1,):
            attempt("signal", faulthandler.register, value, file)
            attempt("unregister", faulthandler.unregister, value)
        faulthandler.cancel_dump_traceback_later()
        faulthandler.unregister(signal.SIGUSR1)
        faulthandler.disable()
    attempt("order", faulthandler.dump_traceback_later, "t", "x")
    attempt("order", faulthandler.dump_traceback, "f", "x")
    attempt("order", faulthandler.register, "s", "f", "x")
