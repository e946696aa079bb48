"""A plug-in loader with an importer of its own: plug-ins are modules of another suffix, checked before they run."""
import ast
import importlib
import importlib.abc
import importlib.machinery
import importlib.util
import pathlib
import sys
import tempfile

FILES = {
    "shout.plug": 'API = 1\n\ndef apply(text):\n    return text.upper() + "!"\n',
    "reverse.plug": "from plugins.tools import backwards\nAPI = 1\n\ndef apply(text):\n    return backwards(text)\n",
    "tools.plug": "API = 1\n\ndef backwards(text):\n    return text[::-1]\n\napply = str.strip\n",
    "old.plug": "API = 0\n\ndef apply(text):\n    return text\n",
    "empty.plug": "API = 1\n",
    "spy.plug": "import os\nAPI = 1\n\ndef apply(text):\n    return os.getcwd()\n",
    "faulty.plug": "API = 1\ndef apply(text)\n    return text\n",
    "broken.plug": "API = 1\napply = undefined\n",
}


class PluginError(ImportError):
    pass


class PluginLoader(importlib.abc.InspectLoader):
    """Source -> checked tree -> code; the rest is the machinery of importlib."""
    allowed = {"plugins", "math", "string"}

    def __init__(self, path):
        self.path = path

    def get_source(self, name):
        return self.path.read_text()

    def get_code(self, name):
        tree = ast.parse(self.get_source(name), str(self.path.name))
        for node in ast.walk(tree):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else \
                [node.module] if isinstance(node, ast.ImportFrom) else []
            for imported in names:
                if imported.split(".")[0] not in self.allowed:
                    raise PluginError(f"line {node.lineno}: a plug-in may not import {imported}", name=name)
        return compile(tree, self.path.name, "exec")

    def exec_module(self, module):
        super().exec_module(module)
        if getattr(module, "API", None) != 1:
            raise PluginError(f"made for another API: {module.API}", name=module.__name__)
        if not callable(getattr(module, "apply", None)):
            raise PluginError("has no function apply", name=module.__name__)


class PluginFinder(importlib.abc.MetaPathFinder):
    """plugins is a package without a file; plugins.NAME is NAME.plug in the folder."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)

    def find_spec(self, name, path, target=None):
        if name == "plugins":
            spec = importlib.machinery.ModuleSpec(name, None, is_package=True)
            spec.submodule_search_locations = [str(self.folder)]
            return spec
        package, _, rest = name.partition(".")
        file = self.folder / f"{rest}.plug"
        if package != "plugins" or not file.exists():
            return None
        return importlib.util.spec_from_loader(name, PluginLoader(file), origin=file.name)

    def names(self):
        return sorted(file.stem for file in self.folder.glob("*.plug"))


def load_all(finder):
    loaded, refused = {}, {}
    for name in finder.names():
        try:
            loaded[name] = importlib.import_module(f"plugins.{name}")
        except Exception as error:
            refused[name] = f"{type(error).__name__}: {error}"
    return loaded, refused


with tempfile.TemporaryDirectory() as folder:
    for name, text in FILES.items():
        pathlib.Path(folder, name).write_text(text)
    finder = PluginFinder(folder)
    sys.meta_path.append(finder)
    loaded, refused = load_all(finder)
    for name, module in loaded.items():
        print(f"{name:8} {module.apply(' abc ')!r:10} from {module.__spec__.origin}")
    for name, reason in refused.items():
        print(f"{name:8} {reason}")

    # A failed import leaves nothing behind; the others are shared as always.
    print([name for name in sorted(sys.modules) if name.startswith("plugins")])
    print(sys.modules["plugins.tools"].backwards is loaded["reverse"].backwards)

    # Plug-ins can be loaded again when their file has changed.
    pathlib.Path(folder, "shout.plug").write_text(FILES["shout.plug"].replace("!", "?!"))
    module = loaded["shout"]
    print(importlib.reload(module) is module, module.apply("abc"))
    print(importlib.util.find_spec("plugins.nothing"), loaded["tools"].__loader__.get_source("plugins.tools")[:7])
    sys.meta_path.remove(finder)
