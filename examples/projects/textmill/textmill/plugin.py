"""How plug-ins announce themselves: by the metaclass of Plugin when the class is made, or by the decorator.

    class Number(Plugin):               @plugin
        start = 1                       def upper(lines):
        def run(self, lines): ...           for line in lines: yield line.upper()

Nobody has to list them: whoever imports the module has them in the registry.
"""
import inspect

from textmill.errors import PluginError
from textmill.settings import Settings


class Registry:
    """Plug-ins by name, with the place that each came from."""

    def __init__(self):
        self.plugins = {}
        self.origin = "program"      # set by the loader while it imports

    def add(self, name, cls):
        if not name.replace("-", "").isidentifier():
            raise PluginError(f"{name!r} is no name for a plug-in")
        if name in self.plugins:
            raise PluginError(f"the plug-in {name!r} exists already, from {self.plugins[name].origin}")
        cls.origin = self.origin
        self.plugins[name] = cls

    def forget(self, origin):
        """Takes out what came from one place: a module that failed halfway must not leave halves behind."""
        self.plugins = {name: cls for name, cls in self.plugins.items() if cls.origin != origin}

    def __getitem__(self, name):
        try:
            return self.plugins[name]
        except KeyError:
            raise PluginError(f"no plug-in {name!r}") from None

    def __contains__(self, name):
        return name in self.plugins

    def __iter__(self):
        return iter(sorted(self.plugins))

    def __len__(self):
        return len(self.plugins)


registry = Registry()


class PluginType(type):
    """Registers each class that is made with it, but for those that say `abstract=True`."""

    def __new__(metaclass, name, bases, namespace, *, abstract=False, **options):
        cls = super().__new__(metaclass, name, bases, namespace, **options)
        if abstract:
            return cls
        run = getattr(cls, "run", None)
        if not callable(run) or run is Plugin.run:
            raise PluginError(f"{name} has no method run(self, lines)")
        cls.settings = Settings({key: value for base in reversed(cls.__mro__)
                                 if isinstance(base, PluginType) and base is not Plugin
                                 for key, value in base.__dict__.items() if is_option(key, value)})
        cls.name = namespace.get("name") or kebab(name)
        registry.add(cls.name, cls)
        return cls

    def __init__(cls, name, bases, namespace, *, abstract=False, **options):
        super().__init__(name, bases, namespace, **options)

    def __repr__(cls):
        return f"<plug-in {cls.__dict__.get('name', cls.__name__)}>"


def is_option(key, value):
    return not (key.startswith("_") or key in ("name", "settings", "origin") or callable(value)
                or isinstance(value, (property, staticmethod, classmethod)))


def kebab(name):
    """CamelCase as camel-case."""
    return "".join("-" + letter.lower() if letter.isupper() and index else letter.lower()
                   for index, letter in enumerate(name))


class Plugin(metaclass=PluginType, abstract=True):
    """The base of plug-ins. Attributes of the class are its options; a configuration sets them in the instance."""

    def __init__(self, **options):
        for name, value in type(self).settings.checked(type(self).name, options).items():
            setattr(self, name, value)

    def run(self, lines):
        raise NotImplementedError

    @classmethod
    def summary(cls):
        return (inspect.getdoc(cls) or "").partition("\n")[0]


def plugin(function=None, *, name=None):
    """Makes a plug-in of a generator function `(lines, option=default, ...)`. The function stays as it is."""
    if function is None:
        return lambda function: plugin(function, name=name)

    def run(self, lines):
        return function(lines, **{key: getattr(self, key) for key in type(self).settings.defaults})

    if not inspect.signature(function).parameters:
        raise PluginError(f"{function.__name__} takes no lines")
    cls = PluginType(function.__name__, (Plugin,), {"run": run, "__doc__": function.__doc__,
                                                    "__module__": function.__module__}, abstract=True)
    cls.settings = Settings.of_function(function)
    cls.name = name or function.__name__.replace("_", "-")
    registry.add(cls.name, cls)
    return function
