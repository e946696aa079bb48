"""The warning of a coroutine that nobody awaited comes even when the module's part of it is broken or gone."""
import sys
import warnings


def show(message, category, filename, line, file=None, text=None):
    print("warned:", category.__name__, message)


async def work():
    pass


warnings.simplefilter("always")
warnings.showwarning = show
sys.unraisablehook = lambda arguments: print("unraisable:", arguments.exc_type.__name__, arguments.exc_value)
work()
original = warnings._warn_unawaited_coroutine
warnings._warn_unawaited_coroutine = lambda coroutine: 1 / 0
work()
del warnings._warn_unawaited_coroutine
work()
warnings._warn_unawaited_coroutine = original
warnings.simplefilter("error")
work()
