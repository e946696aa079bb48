"""A package made in a temporary folder: relative imports, __init__, __main__, __all__, submodules, circular imports."""
import importlib
import os
import sys
import tempfile

FILES = {
    "pack/__init__.py": "print('init', __name__, __package__)\nfrom .one import value\n__all__ = ['two', 'value']\n",
    "pack/one.py": "print('one', __name__)\nvalue = 1\n",
    "pack/two.py": "from . import one\nfrom .one import value as v\nfrom .sub.deep import where\ntotal = one.value + v\n",
    "pack/sub/__init__.py": "",
    "pack/sub/deep.py": "from ..one import value\nfrom ... import missing\n" if False else "from ..one import value\nwhere = __name__\n",
    "pack/beyond.py": "from ... import nothing\n",
    "pack/circle_a.py": "from . import circle_b\nname = 'a'\n",
    "pack/circle_b.py": "from . import circle_a\nfrom .circle_a import name\n",
    "pack/failing.py": "x = 1\nraise ValueError('while loading')\n",
    "pack/broken.py": "def f(:\n",
    "pack/__main__.py": "print('main', __name__, __package__, __spec__.name)\n",
    "space/leaf.py": "leaf = 'in a namespace package'\n",
}
with tempfile.TemporaryDirectory() as folder:
    for name, text in FILES.items():
        path = os.path.join(folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w") as file:
            file.write(text)
    sys.path.insert(0, folder)
    sys.dont_write_bytecode = True
    import pack.two
    print(pack.two.total, pack.two.where, pack.value, pack.one.__package__, pack.sub.__name__, pack.__spec__.submodule_search_locations is not None)
    from pack import *
    print(two is pack.two, value, sorted(n for n in sys.modules if n.startswith("pack")))
    import space.leaf
    print(space.leaf.leaf, type(space.__path__).__name__, space.__file__, space.__spec__.origin)
    for name in ("pack.beyond", "pack.circle_a", "pack.failing", "pack.broken", "pack.nothing", "pack.one.inner", "nowhere.at.all", ".relative", ""):
        try:
            print(importlib.import_module(name))
        except Exception as error:
            print(name, type(error).__name__, str(error).replace(folder, "FOLDER"))
    print([n in sys.modules for n in ("pack.failing", "pack.circle_a", "pack.circle_b")])
    with open(os.path.join(folder, "pack", "one.py"), "w") as file:
        file.write("value = 'changed and longer'\nextra = 1\n")
    importlib.invalidate_caches()
    again = importlib.reload(pack.one)
    print(again is pack.one, again.value, pack.value, importlib.import_module(".one", "pack") is again)
    import runpy
    runpy.run_module("pack", run_name="__main__", alter_sys=False)
    print(sorted(k for k in runpy.run_path(os.path.join(folder, "pack", "one.py")) if not k.startswith("_")))
    sys.modules["blocked"] = None
    try:
        import blocked
    except ImportError as error:
        print(type(error).__name__, error)
    try:
        exec("from .x import y", {"__name__": "alone"})
    except ImportError as error:
        print(type(error).__name__, error)
