"""Modules as objects: __getattr__, __dir__, reload, __spec__, deletion, ModuleType made by hand, lazy attributes, __main__."""
import importlib
import sys
import types
module = types.ModuleType("made", "documentation")
print(module, module.__name__, module.__doc__, module.__spec__, module.__loader__, module.__package__, sorted(vars(module)))
exec("""
loaded = []
def __getattr__(name):
    loaded.append(name)
    if name.startswith("lazy_"):
        globals()[name] = name[5:]
        return name[5:]
    raise AttributeError(f"custom refusal of {name}")
def __dir__():
    return ["x", "lazy_y"]
""", module.__dict__)
print(module.lazy_one, module.lazy_one, module.loaded, dir(module), hasattr(module, "other"))
try:
    module.other
except AttributeError as error:
    print(error)
sys.modules["made"] = module
from made import lazy_two
print(lazy_two, module.loaded)
try:
    from made import refused
except ImportError as error:
    print(error, error.name)
del module.__getattr__
for action in (lambda: module.absent, lambda: delattr(module, "absent"), lambda: setattr(module, "__dict__", {}), lambda: types.ModuleType(), lambda: types.ModuleType(5), lambda: types.ModuleType("a", "b", "c"), lambda: types.ModuleType.__new__(types.ModuleType).x, lambda: module(), lambda: types.ModuleType.__repr__(5)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
bare = types.ModuleType.__new__(types.ModuleType)
print(bare, bare.__dict__)
module.__file__ = "/some/where.py"
print(module)
module.__name__ = 5
print(module)
del module.__name__
print(module)
try:
    module.gone
except AttributeError as error:
    print(error)
import json
before = json.dumps
json.added = 1
again = importlib.reload(json)
print(again is json, json.added, json.dumps is before, json.__spec__.name, json.__spec__.parent, json.__spec__.submodule_search_locations is not None)
for wrong in (5, types.ModuleType("not_loaded"), "json"):
    try:
        importlib.reload(wrong)
    except Exception as error:
        print(type(error).__name__, error)
print(sys.modules["__main__"].__name__, __name__, __spec__, __package__, type(__loader__).__name__, __builtins__.__name__)
sys.modules["blocked"] = None
try:
    import blocked
except ModuleNotFoundError as error:
    print(error)
sys.modules["odd"] = 42
import odd
print(odd)
try:
    from odd import real, nothing
except ImportError as error:
    print(error)


class Typed(types.ModuleType):
    @property
    def computed(self):
        return "computed"

    def __setattr__(self, name, value):
        print("setting", name)
        super().__setattr__(name, value)


sys.modules["typed"] = Typed("typed")
from typed import computed
import typed
typed.x = 1
print(computed, typed.__annotations__, "__annotations__" in vars(typed))
print(importlib.import_module("os.path").__name__, importlib.util.find_spec("json.decoder").name if hasattr(importlib, "util") else "-")
for name, package in ((".x", None), ("", None), (5, None), ("..x", "json"), (".decoder", "json")):
    try:
        print(importlib.import_module(name, package).__name__)
    except Exception as error:
        print(type(error).__name__, error)
