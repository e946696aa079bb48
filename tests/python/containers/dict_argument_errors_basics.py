"""Dicts, odd keys and helpers of the programs dict_argument_errors_*.py."""
import types

from _dict_argument_errors import ARGUMENTS

for name in [n for n in dir(dict) if not n.startswith("__")] + ["__getitem__", "__setitem__", "__delitem__",
                                                                "__contains__", "__or__", "__ior__", "__eq__",
                                                                "__init__", "__ror__"]:
    for arguments in ARGUMENTS:
        for make in (lambda: {"a": 1, "b": 2}, lambda: types.MappingProxyType({"a": 1, "b": 2})):
            subject = make()
            if hasattr(subject, name):
                try:
                    print(type(subject).__name__, name, arguments, getattr(subject, name)(*arguments), subject)
                except Exception as error:
                    print(type(subject).__name__, name, arguments, type(error).__name__, error)
