"""Plug-ins out of folders: every .py file is imported under a name of its own; one that fails takes none with it."""
import importlib.util
import pathlib
import sys
from dataclasses import dataclass

from textmill.errors import PluginError
from textmill.plugin import registry

PREFIX = "textmill_plugins"


@dataclass
class Loaded:
    path: pathlib.Path
    names: list             # of the plug-ins that it brought
    error: str = ""


def load_file(path):
    """Imports one file. What it registered before an error is taken back."""
    name = f"{PREFIX}.{path.stem}"
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    before = set(registry)
    outside, registry.origin = registry.origin, str(path)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except BaseException as error:
        registry.forget(str(path))
        del sys.modules[name]
        if not isinstance(error, (Exception, SystemExit)):
            raise
        return Loaded(path, [], f"{type(error).__name__}: {error}")
    finally:
        registry.origin = outside
    return Loaded(path, sorted(set(registry) - before))


def load_folder(folder):
    """All files of a folder, by name; those that begin with an underscore are parts of others."""
    folder = pathlib.Path(folder)
    if not folder.is_dir():
        raise PluginError(f"{folder}: no such folder")
    # Plug-ins may import what lies beside them.
    sys.path.insert(0, str(folder))
    try:
        return [load_file(path) for path in sorted(folder.glob("*.py")) if not path.name.startswith("_")]
    finally:
        sys.path.remove(str(folder))


def load_builtin():
    """The plug-ins that come with the program; once."""
    if not any(cls.origin == "textmill" for cls in registry.plugins.values()):
        registry.origin = "textmill"
        import textmill.builtin  # noqa: F401
        registry.origin = "program"
