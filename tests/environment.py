"""The environment that tests give to the programs they run: nothing that the tester has set for Python gets in, so that
a program does the same in a terminal, in a container and on a build machine."""
import os


def for_programs(**changes):
    """The environment of the test, cleaned; `changes` come last, and None takes a variable away."""
    kept = {name: value for name, value in os.environ.items()
            if not name.startswith(("PYTHON", "MINIPY", "LC_", "LANG"))}
    kept.update(LC_ALL="C.UTF-8", PYTHONDONTWRITEBYTECODE="1", PYTHONHASHSEED="0")
    kept.update(changes)
    return {name: value for name, value in kept.items() if value is not None}


def for_sessions(**changes):
    """The same for what is shown as a terminal shows it: lines of both outputs in the order of their writing."""
    return for_programs(PYTHONUNBUFFERED="1", **changes)
