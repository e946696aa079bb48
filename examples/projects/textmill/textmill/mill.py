"""The chain at work: each plug-in is fed by the one before it, and an error says whose it is."""
from textmill.errors import PluginError
from textmill.plugin import registry


class Mill:
    def __init__(self, steps):
        self.plugins = [registry[step.use](**step.options) for step in steps]

    def run(self, lines):
        """The lines that come out, as they are asked for."""
        lines = (line.rstrip("\n") for line in lines)
        for number, one in enumerate(self.plugins, 1):
            lines = guarded(one, number, lines)
        return lines


def guarded(one, number, lines):
    """What the plug-in yields; its errors with its name. Errors of the steps before pass through."""
    try:
        for line in one.run(lines):
            if not isinstance(line, str):
                raise TypeError(f"gave a {type(line).__name__}, not a line")
            yield line
    except PluginError:
        raise
    except Exception as error:
        raise PluginError(f"step {number}, {type(one).name}: {type(error).__name__}: {error}") from error
