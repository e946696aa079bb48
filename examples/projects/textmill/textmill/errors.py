"""What can go wrong."""


class TextmillError(Exception):
    """Something that is told in one line and ends the program with exit code 1."""


class PluginError(TextmillError):
    """A plug-in that cannot be registered, or that failed at its work."""


class ConfigError(TextmillError):
    """A chain that cannot be built."""
