"""The options of a plug-in: what it takes, with defaults; what a configuration gives is checked against that."""
import difflib
import inspect

from textmill.errors import ConfigError

REQUIRED = inspect.Parameter.empty


class Settings:
    """Names with defaults; the type of a default, or the annotation, is the type of the option."""

    def __init__(self, defaults, kinds=None):
        self.defaults, self.kinds = dict(defaults), dict(kinds or {})

    @classmethod
    def of_function(cls, function):
        """The parameters of a function behind its first, which is the text."""
        parameters = list(inspect.signature(function, eval_str=True).parameters.values())[1:]
        return cls({parameter.name: parameter.default for parameter in parameters},
                   {parameter.name: parameter.annotation for parameter in parameters
                    if isinstance(parameter.annotation, type) and parameter.annotation is not REQUIRED})

    def kind(self, name):
        default = self.defaults[name]
        if name in self.kinds:
            return self.kinds[name]
        return object if default is REQUIRED or default is None else type(default)

    def checked(self, owner, given):
        """All options with their values; ConfigError names the plug-in and what is wrong."""
        for name in given:
            if name not in self.defaults:
                near = difflib.get_close_matches(name, self.defaults, 1)
                raise ConfigError(f"{owner}: no option {name!r}" + (f"; did you mean {near[0]!r}?" if near else ""))
        values = {**self.defaults, **given}
        for name, value in values.items():
            kind = self.kind(name)
            if value is REQUIRED:
                raise ConfigError(f"{owner}: the option {name!r} is missing")
            if name in given and (not isinstance(value, kind) or isinstance(value, bool) and kind is int):
                raise ConfigError(f"{owner}: {name} must be of type {kind.__name__}, not {type(value).__name__}")
        return values

    def __str__(self):
        return ", ".join(f"{name}: {self.kind(name).__name__}" if default is REQUIRED else f"{name}={default!r}"
                         for name, default in self.defaults.items())
