"""The import system is Python: finders on sys.meta_path say where a module is, loaders make it."""
import importlib
import importlib.abc
import importlib.machinery
import importlib.util
import sys

print([getattr(finder, "__name__", type(finder).__name__) for finder in sys.meta_path][-3:])


class DictFinder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Modules out of a dict instead of files."""

    def __init__(self, sources):
        self.sources = sources

    def find_spec(self, name, path, target=None):
        if name not in self.sources:
            return None                              # not mine: the next finder is asked
        is_package = any(other.startswith(name + ".") for other in self.sources)
        return importlib.machinery.ModuleSpec(name, self, origin=f"<dict {name}>", is_package=is_package)

    def create_module(self, spec):
        return None                                  # the usual empty module

    def exec_module(self, module):
        code = compile(self.sources[module.__name__], module.__spec__.origin, "exec")
        exec(code, vars(module))


finder = DictFinder({
    "greet": "from greet.words import hello\ndef say(who): return f'{hello} {who}'",
    "greet.words": "hello = 'good morning'",
    "faulty": "def f():\n    return 1 / 0",
})
sys.meta_path.insert(0, finder)
import greet
import faulty
print(greet.say("Ada"), greet, greet.words.__package__, importlib.util.find_spec("greet.words").origin)
try:
    faulty.f()
except ZeroDivisionError as error:
    frame = error.__traceback__.tb_next.tb_frame
    print(frame.f_code.co_filename, frame.f_lineno)
sys.meta_path.remove(finder)
print("greet" in sys.modules, importlib.util.find_spec("greet") is not None)   # a loaded one stays


class Refuse(importlib.abc.MetaPathFinder):
    """An import that must not happen, in tests for example."""

    def find_spec(self, name, path, target=None):
        if name == "antigravity":
            raise ImportError("there is gravity here", name=name)


sys.meta_path.insert(0, Refuse())
try:
    import antigravity
except ImportError as error:
    print(error, "-", error.name)
del sys.meta_path[0]


class Timestamped(importlib.abc.Loader):
    """Wraps another loader: everything is the library's but for one line."""

    def __init__(self, inner):
        self.inner = inner

    def create_module(self, spec):
        return self.inner.create_module(spec)

    def exec_module(self, module):
        module.loaded_by = "Timestamped"
        self.inner.exec_module(module)


spec = importlib.util.find_spec("colorsys")
spec.loader = Timestamped(spec.loader)
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
print(module.loaded_by, module.rgb_to_hsv(1, 1, 1), "colorsys" in sys.modules)

# PEP 562: a module may have __getattr__, for names that are made when they are first asked for.
lazy = type(sys)("lazy")
exec("""
def __getattr__(name):
    if name.startswith("square_"):
        value = int(name.removeprefix("square_")) ** 2
        globals()[name] = value
        return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
def __dir__():
    return ["square_..."]
""", vars(lazy))
print(lazy.square_12, "square_12" in vars(lazy), dir(lazy), hasattr(lazy, "cube_2"))
