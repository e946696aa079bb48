"""Finding the object that the user means: an expression, evaluated after a script or statements."""
import runpy


class TargetError(Exception):
    """The object cannot be had; the message says why in one line."""


def describe(error):
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__


def load(expression, file=None, setup=None):
    """The value of `expression` in the namespace that `file` and then `setup` leave behind, and that namespace.

    Who forgets the namespace drops the references that its names are.
    """
    namespace = {"__builtins__": __builtins__}
    if file is not None:
        try:
            namespace.update(runpy.run_path(file))
        except FileNotFoundError as error:
            raise TargetError(f"{file}: {error.strerror}") from error
        except (Exception, SystemExit) as error:
            raise TargetError(f"{file}: {describe(error)}") from error
    try:
        if setup is not None:
            exec(compile(setup, "<setup>", "exec"), namespace)
        return eval(compile(expression.strip(), "<expression>", "eval"), namespace), namespace
    except (Exception, SystemExit) as error:
        raise TargetError(describe(error)) from error
