"""textmill: a chain of plug-ins that text runs through.

    plugin      the metaclass and the decorator by which plug-ins announce themselves
    settings    options of a plug-in: defaults, types, errors
    config      chains written in JSON or in Python
    loader      plug-ins out of a folder, each failing by itself
    mill        the chain at work
"""
from textmill.errors import ConfigError, PluginError, TextmillError
from textmill.plugin import Plugin, plugin, registry

__all__ = ["ConfigError", "Plugin", "PluginError", "TextmillError", "plugin", "registry"]
