"""Finding the tasks file: here, or in the nearest folder above; and importing it."""
import importlib.util
import pathlib
import sys

from taskrun.errors import TaskError
from taskrun.tasks import Collection

FILE_NAME = "tasks.py"


def find(start="."):
    start = pathlib.Path(start).resolve()
    for folder in (start, *start.parents):
        if (folder / FILE_NAME).is_file():
            return folder / FILE_NAME
    raise TaskError(f"no {FILE_NAME} here or in a folder above")


def load(path):
    """The tasks of a file. Modules beside it can be imported by it."""
    path = pathlib.Path(path).resolve()
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or not path.is_file():
        raise TaskError(f"{path.name}: no such file")
    module = importlib.util.module_from_spec(spec)
    sys.path.insert(0, str(path.parent))
    try:
        spec.loader.exec_module(module)
    except TaskError:
        raise
    except Exception as error:
        raise TaskError(f"{path.name} cannot be imported: {type(error).__name__}: {error}") from error
    finally:
        sys.path.remove(str(path.parent))
    return Collection.from_module(module)
