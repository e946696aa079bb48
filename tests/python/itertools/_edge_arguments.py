"""How the programs edge_arguments_*.py show an outcome."""
import itertools as it

def attempt(function):
    try:
        value = function()
        print(list(it.islice(value, 12)) if hasattr(value, "__next__") else value)
    except Exception as error:
        print(type(error).__name__, error)


class Fails:
    def __iter__(self):
        yield 1
        yield 2
        raise OSError("source")
