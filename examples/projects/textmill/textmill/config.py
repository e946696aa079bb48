"""Chains in files. JSON:

    {"plugins": ["folder"], "chain": ["strip", {"use": "number", "start": 10}]}

Python: a module with the names `plugins` and `chain`; calls make steps: `chain = [strip, number(start=10)]`.
"""
import builtins
import json
import pathlib
from dataclasses import dataclass, field

from textmill.errors import ConfigError


@dataclass
class Step:
    use: str
    options: dict = field(default_factory=dict)

    def __call__(self, **options):
        """In a Python file a name is a step, and a call of it one with options."""
        return Step(self.use, {**self.options, **options})


@dataclass
class Config:
    chain: list
    folders: list = field(default_factory=list)     # of plug-ins


class Names(dict):
    """The names of a Python configuration: what it does not define is a step of that name."""

    def __missing__(self, name):
        if name.startswith("__") or hasattr(builtins, name):
            raise KeyError(name)
        return Step(name.replace("_", "-"))


def read(path):
    path = pathlib.Path(path)
    readers = {".json": read_json, ".py": read_python}
    if path.suffix not in readers:
        raise ConfigError(f"{path}: a configuration is a .json or a .py file")
    try:
        values = readers[path.suffix](path)
    except OSError as error:
        raise ConfigError(f"{path}: {error.strerror}") from error
    return checked(values, path)


def read_json(path):
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise ConfigError(f"{path}: {error}") from error


def read_python(path):
    names = Names()
    text = path.read_text(encoding="utf-8")
    try:
        exec(compile(text, str(path), "exec"), {"__file__": str(path), "__name__": "config"}, names)
    except Exception as error:
        raise ConfigError(f"{path}: {type(error).__name__}: {error}") from error
    return {name: names[name] for name in ("chain", "plugins") if name in names}


def checked(values, path):
    if not isinstance(values, dict) or not isinstance(values.get("chain"), list):
        raise ConfigError(f"{path}: 'chain' must be a list")
    unknown = values.keys() - {"chain", "plugins"}
    if unknown:
        raise ConfigError(f"{path}: unknown: {', '.join(sorted(unknown))}")
    folders = values.get("plugins", [])
    if not isinstance(folders, list) or not all(isinstance(folder, str) for folder in folders):
        raise ConfigError(f"{path}: 'plugins' must be a list of folders")
    return Config([step_of(value, f"{path}: step {number}") for number, value in enumerate(values["chain"], 1)],
                  [path.parent / folder for folder in folders])


def step_of(value, place):
    match value:
        case Step():
            return value
        case str():
            return Step(value)
        case {"use": str(use), **options}:
            return Step(use, options)
    raise ConfigError(f"{place}: neither a name nor an object with 'use'")
