"""Import hooks: a finder on sys.meta_path that makes modules from a dict, module __getattr__, lazy loading, import order."""
import importlib
import importlib.abc
import importlib.util
import sys

SOURCES = {"virtual": "answer = 42\ndef f(): return __name__\n", "virtual_pack": "import virtual_pack.part\n", "virtual_pack.part": "inside = __package__\n",
           "lazy": "print('lazy body runs')\nx = 1\n", "bad": "1 / 0\n"}


class Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(self, name, path, target=None):
        print("  asked for", name, path)
        if name in SOURCES:
            return importlib.util.spec_from_loader(name, self, origin="a dict", is_package=name.endswith("pack"))

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        exec(compile(SOURCES[module.__name__], f"<{module.__name__}>", "exec"), module.__dict__)


finder = Finder()
sys.meta_path.insert(0, finder)
import virtual
print(virtual.answer, virtual.f(), virtual, virtual.__loader__ is finder, virtual.__spec__.origin, hasattr(virtual, "__file__"))
import virtual
import virtual_pack
print(virtual_pack.part.inside, virtual_pack.__path__)
for name in ("bad", "unknown_thing"):
    try:
        importlib.import_module(name)
    except Exception as error:
        print(type(error).__name__, error, name in sys.modules)

spec = importlib.util.find_spec("lazy")
lazy = importlib.util.module_from_spec(spec)
loader = importlib.util.LazyLoader(finder)
spec.loader = loader
lazy = importlib.util.module_from_spec(spec)
loader.exec_module(lazy)
print("not loaded yet")
print(lazy.x)
sys.meta_path.remove(finder)


class Replacement:
    answer = "not a module at all"


SOURCES["virtual"] = "import sys\nsys.modules[__name__] = replacement\n"
sys.modules["anything"] = Replacement
import anything
print(anything.answer)
print(importlib.util.resolve_name(".b", "a"), importlib.util.resolve_name("c", "a"), importlib.util.find_spec("sys").origin)
for bad in (lambda: importlib.util.resolve_name("..b", "a"), lambda: __import__("a", level=-1), lambda: __import__(5), lambda: __import__(""),
            lambda: importlib.reload("x"), lambda: __import__("x", {}, {}, (), 1)):
    try:
        print(bad())
    except (ImportError, ValueError, TypeError, KeyError) as error:
        print(type(error).__name__, error)
print(__import__("os.path").__name__, __import__("os.path", fromlist=["join"]).__name__)
